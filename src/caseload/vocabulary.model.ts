/** The closed lists of what a case load records about persons and cases. Facts have the routine's own words. */
import { matterTypes } from '../responsibility/question.model.ts';

/** SUPPORT is an ongoing case of support; the others are matters with steps of their own. */
export const caseKinds = ['SUPPORT', ...matterTypes] as const;
export type CaseKind = (typeof caseKinds)[number];

export const coHandlingRoles = ['CO_HANDLER', 'CONSULTANT'] as const;
export type CoHandlingRole = (typeof coHandlingRoles)[number];

export const responsibilityKinds = ['HANDLING', 'AUTHORITY'] as const;
export type ResponsibilityKind = (typeof responsibilityKinds)[number];

/** The coded needs of catalogue F.5. */
export const needCategories = [
  'HOUSING_SUPPORT', 'SOCIAL_PSYCHIATRY', 'ADDICTION', 'DISABILITY', 'ECONOMIC_ASSISTANCE', 'ELDER_CARE', 'OTHER',
] as const;
export type NeedCategory = (typeof needCategories)[number];

export const consentPurposes = ['NAMED_SHARING', 'CONTACT', 'COOPERATION', 'INVESTIGATION'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export const consentForms = ['WRITTEN', 'ORAL', 'DIGITAL'] as const;
export type ConsentForm = (typeof consentForms)[number];

export const relationKinds = ['GUARDIAN', 'HOUSEHOLD'] as const;
/** GUARDIAN: person is the guardian of the related person. HOUSEHOLD: they live together. */
export type RelationKind = (typeof relationKinds)[number];

export const relativeKinds = ['GUARDIAN', 'CHILD', 'HOUSEHOLD'] as const;
/** What somebody is to the person they are shown with. */
export type RelativeKind = (typeof relativeKinds)[number];

export const protections = ['NONE', 'CONFIDENTIALITY_MARKED', 'PROTECTED_REGISTRATION'] as const;
export type Protection = (typeof protections)[number];

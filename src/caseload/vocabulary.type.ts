/** The closed lists of a case load as GraphQL enums. */
import { enumOf } from '../api/enum.ts';
import {
  caseKinds, coHandlingRoles, consentForms, consentPurposes, needCategories, protections, relationKinds, relativeKinds, responsibilityKinds,
} from './vocabulary.model.ts';

export const CaseKindEnum = enumOf('CaseKind', 'Slag av ärende: SUPPORT är pågående, övriga avser en fråga. / Kind of case: SUPPORT is ongoing, the others are about one matter.', caseKinds);
export const CoHandlingRoleEnum = enumOf('CoHandlingRole', 'Medhandläggare eller konsult (R0-45). / Co-handler or consultant.', coHandlingRoles);
export const ResponsibilityKindEnum = enumOf('ResponsibilityKind', 'Handläggning eller myndighetsansvar. / Handling or authority.', responsibilityKinds);
export const NeedCategoryEnum = enumOf('NeedCategory', 'Behov, kodade. / Needs, coded.', needCategories);
export const ConsentPurposeEnum = enumOf('ConsentPurpose', 'Namngiven delning, kontakt, samverkan eller utredning. / What the consent is for.', consentPurposes);
export const ConsentFormEnum = enumOf('ConsentForm', 'Skriftligt, muntligt eller digitalt. / How it was given.', consentForms);
export const RelationKindEnum = enumOf('RelationKind', 'GUARDIAN: personen är vårdnadshavare för den andra. HOUSEHOLD: de bor ihop. / GUARDIAN: person is the guardian of the other. HOUSEHOLD: they live together.', relationKinds);
export const RelativeKindEnum = enumOf('RelativeKind', 'Vårdnadshavare, barn eller i samma hushåll. / Guardian, child or of the same household.', relativeKinds);
export const ProtectionEnum = enumOf('Protection', 'Skydd av personuppgifter: inget, sekretessmarkering, skyddad folkbokföring. / Protection of identity.', protections);

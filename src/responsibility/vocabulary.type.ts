/** The words of questions as GraphQL enums. */
import { enumOf } from '../api/enum.ts';
import { continuedNeeds, meetingOutcomes } from '../routine/vocabulary.model.ts';
import { askKinds, factKinds, matterTypes, needTypes, sections } from './question.model.ts';

export const AskKindEnum = enumOf('AskKind', 'Pågående ansvar, nytt ärende eller samordnare. / Ongoing responsibility, a new matter, or the coordinator.', askKinds);
export const FactKindEnum = enumOf('FactKind', 'Slag av uppgift. / Kind of fact.', factKinds);
export const MatterTypeEnum = enumOf('MatterType', 'Slag av fråga. / Type of matter.', matterTypes);
export const NeedTypeEnum = enumOf('NeedType', 'Slag av behov. / Type of need.', needTypes);
export const SectionEnum = enumOf('Section', 'Område som frågan hör till (dokument 002). / Section that the matter belongs to.', sections);
export const ContinuedNeedEnum = enumOf('ContinuedNeed', 'Behov av stöd efter åldersgränsen. / Need of support after the age limit.', continuedNeeds);
export const MeetingOutcomeEnum = enumOf('MeetingOutcome', 'Mötets beslut om överföring. / What the meeting decided on a transfer.', meetingOutcomes);

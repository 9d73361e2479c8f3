/**
 * Who may do what, written by hand from rule catalogue part E and the permissions page. A column per role; in each cell
 * what the operation answers for a case of the user's own unit, for one of another unit that the user's unit co-handles,
 * and for one of another unit that it has no part in.
 *
 * Y: done, or shown · F: refused in plain words · N: as if it were not there
 */
export const columns = [
  'CASEWORKER', 'INTAKE', 'COORDINATOR', 'DEPUTY_UNIT_MANAGER', 'UNIT_MANAGER', 'OPERATIONS_MANAGER', 'AREA_MANAGER', 'DEPARTMENT_HEAD',
  'IFO_HEAD', 'VOO_HEAD', 'MANAGEMENT_GROUP', 'DIRECTOR', 'CONTROLLER', 'BI_READER', 'ADMINISTRATOR', 'LOG_REVIEWER',
] as const;

export const matrix = `
operation                 CW  IN  CO  DM  UM  OM  AM  DH  IH  VH  MG  DI  CT  BI  AD  LR

viewer                    YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY
organisations             YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY
units                     YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY
unit                      YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY
evaluateResponsibility    YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY YYY

person                    YYN YYN YYN YYN YYN YYN YYN NNN NNN NNN NNN NNN NNN NNN NNN NNN
persons                   YYN YYN YYN YYN YYN YYN YYN FFF FFF FFF FFF FFF FFF FFF FFF FFF
case                      YYN YYN YYN YYN YYN YYN YYN NNN NNN NNN NNN NNN NNN NNN NNN NNN
cases                     YYN YYN YYN YYN YYN YYN YYN FFF FFF FFF FFF FFF FFF FFF FFF FFF
node                      YYN YYN YYN YYN YYN YYN YYN NNN NNN NNN NNN NNN NNN NNN NNN NNN
coHandlings               NYN NYN NYN NYN NYN NYN NYN FFF FFF FFF FFF FFF FFF FFF FFF FFF
managersAgreements        YNN YNN YNN YNN YNN YNN YNN FFF FFF FFF FFF FFF FFF FFF FFF FFF
upcomingTransfers         YNN YNN YNN YNN NNN YNN YNN NNN NNN NNN NNN NNN FFF FFF FFF FFF
auditLog                  FFF FFF FFF FFF FFF FFF FFF FFF FFF FFF FFF FFF FFF FFF FFF YYY

registerPerson            YNN YNN YNN YNN YNN YNN YNN NNN NNN NNN NNN NNN NNN NNN NNN NNN
recordRelation            YYN YYN YYN YYN YYN YYN YYN FFF FFF FFF FFF FFF FFF FFF FFF FFF
endRelation               YYN YYN YYN YYN YYN YYN YYN NNN NNN NNN NNN NNN NNN NNN NNN NNN
openCase                  YYN YYN YYN YYN YYN YYN YYN NNN NNN NNN NNN NNN NNN NNN NNN NNN
closeCase                 YFN FFN YFN YFN YFN YFN YFN NNN NNN NNN NNN NNN NNN NNN NNN NNN
assignCaseworker          FFN FFN YFN YFN YFN YFN YFN NNN NNN NNN NNN NNN NNN NNN NNN NNN
appointCoHandler          YFN FFN YFN YFN YFN YFN YFN NNN NNN NNN NNN NNN NNN NNN NNN NNN
nameCoHandler             FFN FFN FYN FYN FYN FYN FYN NNN NNN NNN NNN NNN NNN NNN NNN NNN
endCoHandler              YYN FFN YYN YYN YYN YYN YYN NNN NNN NNN NNN NNN NNN NNN NNN NNN
recordFact                YYN YYN YYN YYN YYN YYN YYN NNN NNN NNN NNN NNN NNN NNN NNN NNN
endFact                   YNN YNN YNN YNN YNN YNN YNN NNN NNN NNN NNN NNN NNN NNN NNN NNN
recordConsent             YYN YYN YYN YYN YYN YYN YYN NNN NNN NNN NNN NNN NNN NNN NNN NNN
withdrawConsent           YNN YNN YNN YNN YNN YNN YNN NNN NNN NNN NNN NNN NNN NNN NNN NNN
recordManagersAgreement   FFF FFF FFF FFF FFF YYN FFF NNN NNN NNN NNN NNN NNN NNN NNN NNN
approveManagersAgreement  FNN FNN FNN FNN FNN YNN FNN NNN NNN NNN NNN NNN NNN NNN NNN NNN
endManagersAgreement      FNN FNN FNN FNN FNN YNN FNN NNN NNN NNN NNN NNN NNN NNN NNN NNN
`;

/** Units and staff as other rooms name them. Which of them may do what is the permissions page's. */
export interface UnitRecord {
  readonly id: string;
  /** The unit's name in the organisation's routine. */
  readonly key: string;
  readonly name: string;
}

export interface StaffRecord {
  readonly id: string;
  readonly displayName: string;
}

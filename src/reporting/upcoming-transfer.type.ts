/** The inventory's rows over GraphQL: the fields are the columns of the report's definition, one by one. */
import { Field, Int, ObjectType } from 'type-graphql';
import { termInventory } from '../../reports/term-inventory.ts';
import { enumOf } from '../api/enum.ts';
import { Classified, type FieldClass } from '../api/field-class.ts';
import { LocalDateScalar } from '../api/scalars.ts';
import type { LocalDate } from '../kernel/local-date.ts';
import type { Column } from '../sheet/define-report.ts';
import type { InventorySheet } from './term-inventory.rows.ts';

export const InventoryBlockEnum = enumOf(
  'InventoryBlock',
  'Block: kända överföringar, bedömning saknas, oklart ansvar, tidig lista. / Block of the inventory.',
  ['KNOWN', 'ASSESSMENT_MISSING', 'UNDETERMINED', 'EARLY'] as const,
);
export type InventoryBlock = keyof typeof InventoryBlockEnum;

/** The block that a sheet of the file shows. */
export const blockOfSheet: Readonly<Record<InventorySheet, InventoryBlock>> = {
  known: 'KNOWN',
  assessmentMissing: 'ASSESSMENT_MISSING',
  undetermined: 'UNDETERMINED',
  early: 'EARLY',
};

@ObjectType({
  simpleResolvers: true,
  description:
    'En rad i terminens inventering, med samma värden som i kalkylarket; det du inte får se är null. / A row of the inventory, with the values of the spreadsheet; what you may not see is null.',
})
export class UpcomingTransfer {
  @Classified('OPEN')
  @Field(() => InventoryBlockEnum, { description: 'Block. / Block.' })
  block!: InventoryBlock;
}

const classes: Readonly<Record<(typeof termInventory.classes)[number], FieldClass>> = {
  open: 'OPEN',
  identity: 'IDENTITY',
  'birth-month': 'IDENTITY',
  matter: 'MATTER',
  assessment: 'ASSESSMENT',
  whereabouts: 'WHEREABOUTS',
};

const types = {
  text: () => String,
  code: () => String,
  date: () => LocalDateScalar,
  number: () => Int,
  'yes-no': () => Boolean,
  several: () => [String],
} as const satisfies Record<Column['type'], () => unknown>;

for (const [key, column] of Object.entries(termInventory.columns)) {
  const codes = 'codes' in column ? ` (${Object.keys(column.codes.codes).join(', ')})` : '';
  const description = `${column.description.sv} / ${column.description.en}${codes}`;
  Field(types[column.type], { nullable: true, description })(UpcomingTransfer.prototype, key);
  Classified(classes[column.class])(UpcomingTransfer.prototype, key);
}

@Classified('OPEN')
@ObjectType({ description: 'Antal i inventeringen, sammanlagt. / Totals of the inventory.' })
export class InventoryTotalsView {
  @Field(() => Int, { description: 'Kända överföringar. / Known transfers.' })
  known!: number;

  @Field(() => Int, { description: 'Av de kända: överföringsdagen har passerat. / Of the known: overdue.' })
  overdue!: number;

  @Field(() => Int, { description: 'Av de kända: sista dagen har passerat utan att det är gjort. / Deadline passed, nothing done.' })
  deadlineMissed!: number;

  @Field(() => Int, { description: 'Av de kända: sista dagen ligger i terminen. / Deadline in this term.' })
  deadlineInTerm!: number;

  @Field(() => Int, { description: 'Bedömning av behov saknas. / Need not assessed.' })
  assessmentMissing!: number;

  @Field(() => Int, { description: 'Oklart ansvar. / Undetermined.' })
  undetermined!: number;

  @Field(() => Int, { description: 'Av de kända: placerade av familjevården. / Placed by the foster-care service.' })
  placedByFosterCare!: number;

  @Field(() => Int, { description: 'Av de kända: LVU-vård. / In LVU care.' })
  inLvuCare!: number;

  @Field(() => Int, { description: 'Av de kända: övriga. / The others.' })
  ordinary!: number;

  @Field(() => Int, { description: 'Av de kända: samtycke till namngiven samverkan saknas. / Consent missing.' })
  consentMissing!: number;

  @Field(() => Int, { description: 'Tidig lista. / Early list.' })
  early!: number;
}

@Classified('OPEN')
@ObjectType({ description: 'Antal personer med ett behov. / Persons with a need.' })
export class NeedCountView {
  @Field(() => String, { description: 'Behovsområde. / Need.' })
  need!: string;

  @Field(() => Int, { description: 'Personer. / Persons.' })
  persons!: number;
}

@Classified('OPEN')
@ObjectType({ description: 'Antal kända överföringar till en mottagare en månad. / Known transfers to a receiver in a month.' })
export class InventoryCountView {
  @Field(() => String, { nullable: true, description: 'Mottagande enhet eller avdelning. / Receiving unit or department.' })
  receiver!: string | null;

  @Field(() => String, { description: 'Månad, ÅÅÅÅ-MM. / Month.' })
  month!: string;

  @Field(() => Int, { description: 'Personer. / Persons.' })
  persons!: number;

  @Field(() => [NeedCountView], { description: 'Personer per behovsområde; en person kan räknas i flera. / Persons by need.' })
  byNeed!: readonly NeedCountView[];
}

@Classified('OPEN')
@ObjectType({
  description:
    'Terminens inventering av kommande åldersbundna överföringar (R3-37, R0-26), som du får se den. / The inventory of a term, as you may see it.',
})
export class UpcomingTransfers {
  @Field(() => String, { description: 'Termin, till exempel HT2026. / Term.' })
  term!: string;

  @Field(() => LocalDateScalar, { description: 'Terminens första dag. / First day of the term.' })
  from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Första dagen efter terminen. / First day after the term.' })
  until!: LocalDate | null;

  @Field(() => LocalDateScalar, { description: 'Avstämningsdag. / As-of date.' })
  asOf!: LocalDate;

  @Field(() => String, { description: 'Rutinen. / The routine.' })
  routine!: string;

  @Classified('MATTER')
  @Field(() => [UpcomingTransfer], { description: 'Rader som du får se. / Rows that you may see.' })
  rows!: readonly UpcomingTransfer[];

  @Field(() => InventoryTotalsView, { nullable: true, description: 'Antal; null om din roll inte får dem. / Totals; null where your role may not have them.' })
  totals!: InventoryTotalsView | null;

  @Field(() => [InventoryCountView], { nullable: true, description: 'Antal per mottagare, månad och behov. / Counts per receiver, month and need.' })
  counts!: readonly InventoryCountView[] | null;
}

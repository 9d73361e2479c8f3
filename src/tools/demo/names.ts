/** Names that no one bears together: Swedish given names, and family names made up for the demonstration. */
export const givenNames = {
  WOMAN: [
    'Alva', 'Astrid', 'Britta', 'Cecilia', 'Dagny', 'Ebba', 'Elsa', 'Freja', 'Gunhild', 'Hedda', 'Ingrid', 'Jorun', 'Karin', 'Lovisa', 'Märta',
    'Nora', 'Ottilia', 'Petronella', 'Ronja', 'Signe', 'Tuva', 'Ulrika', 'Vendela', 'Ylva', 'Åsa', 'Ängla', 'Ölvina',
  ],
  MAN: [
    'Albin', 'Björn', 'Casper', 'David', 'Elof', 'Folke', 'Gustav', 'Hjalmar', 'Isak', 'Jonatan', 'Kasper', 'Ludvig', 'Malte', 'Nils', 'Olle',
    'Pelle', 'Ragnar', 'Sixten', 'Torsten', 'Ulf', 'Viggo', 'Yngve', 'Åke', 'Ärling', 'Örjan',
  ],
} as const;

export const familyNames = [
  'Exempelsson', 'Påhittsdotter', 'Testström', 'Provlund', 'Låtsasgren', 'Sagoberg', 'Mallqvist', 'Övningsson', 'Fiktivfors', 'Skenbäck',
  'Mönsterstedt', 'Diktman', 'Ålibi', 'Äventyrsson', 'Prototypén', 'Attrappsson', 'Kulissdal', 'Fantasihed', 'Provryttare', 'Hittepåsson',
  'Ögonblickh', 'Drömgård', 'Luftslott', 'Schablonius', 'Utkastberg',
] as const;

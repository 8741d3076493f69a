-- An entry of the journal may change the schema beside documents. The row holds the schema, as JSON, before and after.
CREATE TABLE journal_schema (
  journal INTEGER PRIMARY KEY REFERENCES journal(number),
  before  TEXT NOT NULL,
  after   TEXT NOT NULL
);

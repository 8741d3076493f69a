-- A project. Offsets are UTF-16 units. Enumerations stand as the names that the program gives them.

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

-- What lists show. Rows are small and stand apart from the texts, so that a page of a list is a few disk pages.
CREATE TABLE document (
  number  INTEGER PRIMARY KEY,                 -- import order
  id      TEXT NOT NULL UNIQUE,
  title   TEXT NOT NULL,
  year    TEXT NOT NULL,
  journal TEXT NOT NULL,
  length  INTEGER NOT NULL,                    -- of the text
  status  TEXT NOT NULL,
  changed INTEGER NOT NULL                     -- number of the journal entry that changed it last
);
CREATE INDEX document_by_change ON document(changed);

CREATE TABLE content (
  document INTEGER PRIMARY KEY REFERENCES document(number),
  text     TEXT NOT NULL,
  sections TEXT NOT NULL,                      -- JSON: [[name, start, end], ...]
  about    TEXT NOT NULL                       -- JSON: {key: value, ...}
);

CREATE TABLE annotation (
  document INTEGER NOT NULL REFERENCES document(number),
  id       TEXT NOT NULL,
  kind     TEXT NOT NULL,                      -- mention, relation, label
  layer    TEXT NOT NULL,
  type     TEXT NOT NULL,
  standing TEXT NOT NULL,
  body     TEXT NOT NULL,                      -- JSON: what its kind has beside the columns, and its source
  PRIMARY KEY (document, id)
) WITHOUT ROWID;

-- Rows are added and never changed. Where undo and redo stand after an entry is part of the entry: `undo` is the entry
-- that an undo would reverse next, `redo` the entry of kind UNDO that a redo would reverse next, 0 for none.
CREATE TABLE journal (
  number INTEGER PRIMARY KEY,
  time   TEXT NOT NULL,
  person TEXT NOT NULL,
  kind   TEXT NOT NULL,                        -- DO, UNDO, REDO, NOTE
  title  TEXT NOT NULL,
  undo   INTEGER NOT NULL,
  redo   INTEGER NOT NULL
);

CREATE TABLE journal_edit (
  journal  INTEGER NOT NULL REFERENCES journal(number),
  position INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES document(number),
  edit     TEXT NOT NULL,                      -- JSON
  PRIMARY KEY (journal, position)
) WITHOUT ROWID;
CREATE INDEX journal_by_document ON journal_edit(document, journal);

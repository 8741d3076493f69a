-- Documents come in bursts that give way to other writers, and go out of sight again when their import is undone. So what
-- everybody reads is a view of the rows that are in the project, and whole stretches of rows come and go at once.

ALTER TABLE document RENAME TO document_row;

-- The rows numbered first to last are out of sight. One import at a time adds rows, so those of one lie side by side.
-- Those that are arriving have journal 0 and no end; of those taken out, journal is the entry that did it. An id that a
-- row out of sight has is free: a row that arrives with it gives the other one the prefix `number U+001F`.
CREATE TABLE absent (
  first   INTEGER PRIMARY KEY,
  last    INTEGER NOT NULL,
  journal INTEGER NOT NULL
);

CREATE VIEW document AS
  SELECT number, id, title, year, journal, length, status, changed, confirmed, suggested
  FROM document_row
  WHERE NOT EXISTS (SELECT 1 FROM absent WHERE document_row.number BETWEEN absent.first AND absent.last);

-- The rows that an import brought; the entries that undo and redo it name the same ones. 0 where an entry neither brings
-- nor takes documents.
ALTER TABLE journal ADD COLUMN first INTEGER NOT NULL DEFAULT 0;
ALTER TABLE journal ADD COLUMN last INTEGER NOT NULL DEFAULT 0;

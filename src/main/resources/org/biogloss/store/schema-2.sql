-- Counts beside each document, kept by every change, so that lists need not count; and a way to the annotations of a
-- layer across the corpus.

ALTER TABLE document ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE document ADD COLUMN suggested INTEGER NOT NULL DEFAULT 0;

UPDATE document SET
  confirmed = (SELECT count(*) FROM annotation WHERE document = number AND standing = 'CONFIRMED'),
  suggested = (SELECT count(*) FROM annotation WHERE document = number AND standing = 'SUGGESTED');

CREATE INDEX annotation_by_layer ON annotation(layer, standing, type, kind);

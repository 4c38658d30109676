-- The requests that are stored, by what their senders call them: one that comes again is known.
CREATE TABLE ${table}_batches (
    batch_id text COLLATE "C" NOT NULL,
    entries integer NOT NULL,
    stored_at timestamptz NOT NULL,
    PRIMARY KEY (batch_id, entries)
);
CREATE INDEX ON ${table}_batches USING brin (stored_at);

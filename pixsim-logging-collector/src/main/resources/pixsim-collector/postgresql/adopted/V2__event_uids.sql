-- Beside a table of others, which stays as it is: the events in it that came from us, so that a repeat is known.
CREATE TABLE ${table}_event_uids (
    event_uid text COLLATE "C" PRIMARY KEY,
    stored_at timestamptz NOT NULL
);
CREATE INDEX ON ${table}_event_uids USING brin (stored_at);

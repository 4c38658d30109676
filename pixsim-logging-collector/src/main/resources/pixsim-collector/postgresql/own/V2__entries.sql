-- Ids are text, and a bit of numbers tells for each whether it came as a number. Names are compared byte by byte, in every
-- database alike. Extra is JSON as it came: jsonb would change the order and the spelling of what it holds.
CREATE SEQUENCE ${table}_ids CACHE 1;

CREATE TABLE ${table} (
    id bigint NOT NULL,
    "timestamp" timestamptz NOT NULL,
    severity smallint NOT NULL,
    numbers smallint NOT NULL DEFAULT 0,
    event_uid text COLLATE "C",
    level text COLLATE "C" NOT NULL,
    service text COLLATE "C" NOT NULL,
    env text COLLATE "C",
    msg text COLLATE "C",
    request_id text COLLATE "C",
    trace_id text COLLATE "C",
    job_id text COLLATE "C",
    submission_id text COLLATE "C",
    artifact_id text COLLATE "C",
    generation_id text COLLATE "C",
    provider_job_id text COLLATE "C",
    provider_id text COLLATE "C",
    operation_type text COLLATE "C",
    stage text COLLATE "C",
    channel text COLLATE "C",
    domain text COLLATE "C",
    user_id text COLLATE "C",
    error text COLLATE "C",
    error_type text COLLATE "C",
    duration_ms bigint,
    attempt bigint,
    extra json,
    created_at timestamptz NOT NULL
) ${partitions};

CREATE INDEX ${table}_by_id ON ${table} (id);
CREATE INDEX ${table}_by_time ON ${table} ("timestamp");
CREATE INDEX ${table}_by_job ON ${table} (job_id, "timestamp") WHERE job_id IS NOT NULL;
CREATE INDEX ${table}_by_request ON ${table} (request_id, "timestamp") WHERE request_id IS NOT NULL;
CREATE INDEX ${table}_by_trace ON ${table} (trace_id, "timestamp") WHERE trace_id IS NOT NULL;
CREATE INDEX ${table}_by_service ON ${table} (service, severity, "timestamp");
CREATE INDEX ${table}_by_stage ON ${table} (stage, "timestamp") WHERE stage IS NOT NULL;
CREATE INDEX ${table}_by_provider ON ${table} (provider_id, "timestamp") WHERE provider_id IS NOT NULL;
CREATE INDEX ${table}_bad ON ${table} ("timestamp") WHERE severity >= 30;
CREATE INDEX ${table}_by_uid ON ${table} (event_uid) WHERE event_uid IS NOT NULL;
CREATE INDEX ${table}_blocks ON ${table} USING brin ("timestamp");

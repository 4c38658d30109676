package io.pixsim.logging.test.ingest;

/** Whether an {@link IngestServer} is spoken to over TLS. */
public enum Security {
    /** Plain HTTP. */
    NONE,
    /** TLS; the endpoint shows a certificate of its own, which {@link IngestServer#clientTls()} trusts. */
    TLS,
    /** TLS, and who shows no certificate that the endpoint trusts is not spoken to. */
    MUTUAL_TLS
}

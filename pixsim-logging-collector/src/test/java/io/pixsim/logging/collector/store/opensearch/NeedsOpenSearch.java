package io.pixsim.logging.collector.store.opensearch;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.condition.EnabledIf;

/** Runs on a real cluster, and is skipped where there is none. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(
        value = "io.pixsim.logging.collector.store.opensearch.OpenSearchNode#canBeHad",
        disabledReason = "no OpenSearch: -Popensearch brings a node, -Dopensearch.url=… names a cluster")
@interface NeedsOpenSearch {}

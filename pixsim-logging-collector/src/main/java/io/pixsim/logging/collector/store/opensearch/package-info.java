/** The store of many machines: OpenSearch or Elasticsearch, one index a day. */
@NullMarked
package io.pixsim.logging.collector.store.opensearch;

import org.jspecify.annotations.NullMarked;

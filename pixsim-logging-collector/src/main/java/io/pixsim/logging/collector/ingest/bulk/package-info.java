/** Bodies of the bulk API of Elasticsearch and OpenSearch. */
@NullMarked
package io.pixsim.logging.collector.ingest.bulk;

import org.jspecify.annotations.NullMarked;

package io.pixsim.logging.collector.store.opensearch;

import io.pixsim.logging.collector.contract.IngestContract;
import io.pixsim.logging.collector.contract.QueryContract;
import io.pixsim.logging.collector.contract.SeedCallsContract;
import io.pixsim.logging.collector.contract.StoreContract;
import io.pixsim.logging.collector.contract.TestStore;
import org.junit.jupiter.api.Nested;

/** What is asked of every store, of indices in a cluster. */
@NeedsOpenSearch
class OpenSearchContractTest {

    @Nested
    class Store extends StoreContract {

        @Override
        protected TestStore newStore() throws Exception {
            return new OpenSearchPlace();
        }
    }

    @Nested
    class SeedCalls extends SeedCallsContract {

        @Override
        protected TestStore newStore() throws Exception {
            return new OpenSearchPlace();
        }
    }

    @Nested
    class Ingest extends IngestContract {

        @Override
        protected TestStore newStore() throws Exception {
            return new OpenSearchPlace();
        }
    }

    @Nested
    class Query extends QueryContract {

        @Override
        protected TestStore newStore() throws Exception {
            return new OpenSearchPlace();
        }
    }
}

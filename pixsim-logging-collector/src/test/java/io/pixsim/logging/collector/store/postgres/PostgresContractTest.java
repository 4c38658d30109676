package io.pixsim.logging.collector.store.postgres;

import java.util.List;

import io.pixsim.logging.collector.contract.IngestContract;
import io.pixsim.logging.collector.contract.KillContract;
import io.pixsim.logging.collector.contract.QueryContract;
import io.pixsim.logging.collector.contract.SeedCallsContract;
import io.pixsim.logging.collector.contract.StoreContract;
import io.pixsim.logging.collector.contract.TestStore;
import org.junit.jupiter.api.Nested;

/** What is asked of every store, of a real PostgreSQL. */
class PostgresContractTest {

    @Nested
    class Store extends StoreContract {

        @Override
        protected TestStore newStore() throws Exception {
            return TestDatabase.emptied();
        }
    }

    @Nested
    class SeedCalls extends SeedCallsContract {

        @Override
        protected TestStore newStore() throws Exception {
            return TestDatabase.emptied();
        }
    }

    @Nested
    class Ingest extends IngestContract {

        @Override
        protected TestStore newStore() throws Exception {
            return TestDatabase.emptied();
        }
    }

    @Nested
    class Query extends QueryContract {

        @Override
        protected TestStore newStore() throws Exception {
            return TestDatabase.emptied();
        }
    }

    @Nested
    class Kill extends KillContract {

        @Override
        protected TestStore newStore() throws Exception {
            return new TestDatabase();
        }

        @Override
        protected List<String> options(TestStore store) {
            return List.of("--database-url", ((TestDatabase) store).url());
        }
    }
}

package io.pixsim.logging.collector.store.sqlite;

import java.util.List;

import io.pixsim.logging.collector.contract.IngestContract;
import io.pixsim.logging.collector.contract.KillContract;
import io.pixsim.logging.collector.contract.QueryContract;
import io.pixsim.logging.collector.contract.SeedCallsContract;
import io.pixsim.logging.collector.contract.StoreContract;
import io.pixsim.logging.collector.contract.TestStore;
import org.junit.jupiter.api.Nested;

/** What is asked of every store, of files in a folder. */
class SqliteContractTest {

    @Nested
    class Store extends StoreContract {

        @Override
        protected TestStore newStore() throws Exception {
            return new SqliteFolder();
        }
    }

    @Nested
    class SeedCalls extends SeedCallsContract {

        @Override
        protected TestStore newStore() throws Exception {
            return new SqliteFolder();
        }
    }

    @Nested
    class Ingest extends IngestContract {

        @Override
        protected TestStore newStore() throws Exception {
            return new SqliteFolder();
        }
    }

    @Nested
    class Query extends QueryContract {

        @Override
        protected TestStore newStore() throws Exception {
            return new SqliteFolder();
        }
    }

    @Nested
    class Kill extends KillContract {

        @Override
        protected TestStore newStore() throws Exception {
            return new SqliteFolder();
        }

        @Override
        protected List<String> options(TestStore store) {
            return List.of("--data", ((SqliteFolder) store).path().toString());
        }
    }
}

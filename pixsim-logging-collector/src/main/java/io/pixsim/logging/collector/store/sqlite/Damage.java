package io.pixsim.logging.collector.store.sqlite;

import java.sql.SQLException;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells a file that is no longer one of SQLite's from all that may be better the next time. */
final class Damage {

    /** The part of SQLite's codes that tells the kind; the rest tells more of it. */
    private static final int PRIMARY_CODE = 0xff;

    private Damage() {}

    static boolean isMeantBy(Throwable e) {
        if (!(e instanceof SQLiteException sqlite)) {
            return e.getCause() instanceof SQLException cause && isMeantBy(cause);
        }
        int code = sqlite.getResultCode().code & PRIMARY_CODE;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }
}

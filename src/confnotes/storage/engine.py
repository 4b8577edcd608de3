"""SQLite connections as a notebook needs them.

Two recipes make SQLAlchemy's SQLite safe here. `isolation_level = None` takes transactions away
from the sqlite3 module, and a begin listener that issues BEGIN itself makes DDL and
`user_version` part of the transaction. And there is one writing connection in one process, on
which alone checkpoints run: SQLite 3.7.0 to 3.51.2 can lose a WAL that two connections write.
"""

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, Engine, NullPool, QueuePool, StaticPool, create_engine, event

logger = logging.getLogger(__name__)

BUSY_SECONDS = 5.0
"""How long a connection waits for another's lock on the file."""
_CACHED_STATEMENTS = 256


class Access(StrEnum):
    """How a file is opened; the words are the parameters of SQLite's URI."""

    CREATE = "mode=rwc"
    WRITE = "mode=rw"
    READ = "mode=ro"
    READ_BESIDE_WRITER = "mode=ro&readonly_shm=1"
    READ_UNSHARED = "mode=ro&immutable=1"


def address(path: Path, access: Access) -> str:
    """Return the SQLite URI of a file."""
    return f"{path.absolute().as_uri()}?{access}"


def connect(path: Path, access: Access) -> sqlite3.Connection:
    """Return a bare connection; sqlite3.Error when it cannot be opened."""
    connection = sqlite3.connect(
        address(path, access),
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,  # a pool hands it to one thread at a time
        cached_statements=_CACHED_STATEMENTS,
    )
    try:
        _prepare(connection, writes=access in (Access.CREATE, Access.WRITE))
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _prepare(connection: sqlite3.Connection, *, writes: bool) -> None:
    for pragma in (
        "foreign_keys = ON",
        "trusted_schema = OFF",
        "cell_size_check = ON",
        "mmap_size = 0",
    ):
        connection.execute(f"PRAGMA {pragma}")
    if writes:
        connection.execute("PRAGMA synchronous = FULL")
    else:
        connection.execute("PRAGMA query_only = ON")


@contextmanager
def bare(engine: Engine) -> Iterator[sqlite3.Connection]:
    """Give the sqlite3 connection of an engine, for what only SQLite itself has."""
    connection = engine.raw_connection()
    try:
        driver = connection.driver_connection
        if not isinstance(driver, sqlite3.Connection):
            raise TypeError(type(driver).__name__)
        yield driver
    finally:
        connection.close()


def checkpoint(engine: Engine) -> None:
    """Bring all of the WAL into the file; only ever done on the writing connection."""
    with bare(engine) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def use_wal(connection: sqlite3.Connection, path: Path) -> None:
    """Put the file into WAL mode, where its file system can."""
    mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    if mode != "wal":
        logger.warning("%s: no WAL here, journal_mode is %s", path, mode)


def writer(path: Path, access: Access = Access.WRITE) -> Engine:
    """Return the engine of the one writing connection."""

    def opened() -> sqlite3.Connection:
        connection = connect(path, access)
        use_wal(connection, path)
        return connection

    return _engine(opened, "BEGIN IMMEDIATE", StaticPool)


def readers(path: Path, access: Access) -> Engine:
    """Return an engine with a read-only connection for each unit of work that runs at a time."""
    return _engine(lambda: connect(path, access), "BEGIN", QueuePool)


def choosing(opened: Callable[[], sqlite3.Connection]) -> Engine:
    """Return an engine that opens a connection for every unit of work, as `opened` sees fit."""
    return _engine(opened, "BEGIN", NullPool)


def _engine(
    opened: Callable[[], sqlite3.Connection],
    begin: str,
    pool: type[StaticPool] | type[QueuePool] | type[NullPool],
) -> Engine:
    limits = {"pool_size": 2, "max_overflow": -1} if pool is QueuePool else {}
    engine = create_engine("sqlite://", creator=opened, poolclass=pool, **limits)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine

"""Version 1: users, customers, companies, items, their links, the steps, and what is derived from them."""

STATEMENTS = (
    """CREATE TABLE user (
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 2147483647),
        username TEXT NOT NULL UNIQUE CHECK (length(username) BETWEEN 1 AND 150),
        email TEXT NOT NULL DEFAULT '' CHECK (length(email) <= 254),
        full_name TEXT NOT NULL DEFAULT '' CHECK (length(full_name) <= 200)
    ) STRICT""",
    """CREATE TABLE customer (
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 2147483647),
        user_id INTEGER NOT NULL UNIQUE REFERENCES user (id),
        phone TEXT NOT NULL DEFAULT '' CHECK (length(phone) <= 100),
        address TEXT NOT NULL DEFAULT '' CHECK (length(address) <= 1000),
        notes TEXT NOT NULL DEFAULT '' CHECK (length(notes) <= 100000),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX customer_created_at ON customer (created_at)",
    """CREATE TABLE company (
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 2147483647),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE customer_company (
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        company_id INTEGER NOT NULL REFERENCES company (id),
        PRIMARY KEY (customer_id, company_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX customer_company_reverse ON customer_company (company_id, customer_id)",
    """CREATE TABLE item (
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 2147483647),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        description TEXT NOT NULL DEFAULT '' CHECK (length(description) <= 100000),
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX item_created_at ON item (created_at)",
    """CREATE TABLE item_customer (
        item_id INTEGER NOT NULL REFERENCES item (id),
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        created_at TEXT NOT NULL,
        PRIMARY KEY (item_id, customer_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX item_customer_reverse ON item_customer (customer_id, item_id)",
    """CREATE TABLE past_link (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        item_id INTEGER NOT NULL,
        customer_id INTEGER NOT NULL,
        item_name TEXT NOT NULL,
        customer_name TEXT NOT NULL,
        created_at TEXT NOT NULL,
        ended_at TEXT NOT NULL,
        step_id INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX past_link_step ON past_link (step_id)",
    """CREATE TABLE item_stat (
        id INTEGER PRIMARY KEY,
        count INTEGER NOT NULL DEFAULT 0 CHECK (count >= 0),
        changed_at TEXT
    ) STRICT""",
    "CREATE INDEX item_stat_count ON item_stat (count)",
    """CREATE TABLE customer_stat (
        id INTEGER PRIMARY KEY,
        count INTEGER NOT NULL DEFAULT 0 CHECK (count >= 0),
        changed_at TEXT
    ) STRICT""",
    "CREATE INDEX customer_stat_count ON customer_stat (count)",
    """CREATE TABLE item_key (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        description TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX item_key_name ON item_key (name)",
    "CREATE INDEX item_key_description ON item_key (description)",
    """CREATE TABLE customer_key (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        username TEXT NOT NULL,
        email TEXT NOT NULL,
        phone TEXT NOT NULL,
        address TEXT NOT NULL,
        notes TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX customer_key_name ON customer_key (name)",
    "CREATE INDEX customer_key_username ON customer_key (username)",
    "CREATE INDEX customer_key_email ON customer_key (email)",
    "CREATE INDEX customer_key_phone ON customer_key (phone)",
    "CREATE INDEX customer_key_address ON customer_key (address)",
    "CREATE INDEX customer_key_notes ON customer_key (notes)",
    # Any part of any field, from three letters on; and beginnings of words for one and two.
    """CREATE VIRTUAL TABLE item_part USING fts5 (
        text, content = 'item_key', content_rowid = 'id', tokenize = 'trigram case_sensitive 1', detail = none)""",
    """CREATE VIRTUAL TABLE item_word USING fts5 (
        text, content = 'item_key', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0',
        prefix = '1 2', detail = none)""",
    """CREATE VIRTUAL TABLE customer_part USING fts5 (
        text, content = 'customer_key', content_rowid = 'id', tokenize = 'trigram case_sensitive 1', detail = none)""",
    """CREATE VIRTUAL TABLE customer_word USING fts5 (
        text, content = 'customer_key', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0',
        prefix = '1 2', detail = none)""",
    """CREATE TABLE step (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        parameters TEXT NOT NULL,
        created_at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped')),
        delta BLOB NOT NULL,
        wide TEXT NOT NULL,
        who TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX step_state ON step (state, id)",
    """CREATE TABLE step_record (
        kind TEXT NOT NULL,
        record_id INTEGER NOT NULL,
        step_id INTEGER NOT NULL,
        PRIMARY KEY (kind, record_id, step_id)
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE file_state (id INTEGER PRIMARY KEY CHECK (id = 1), serial INTEGER NOT NULL) STRICT",
    "INSERT INTO file_state (id, serial) VALUES (1, 0)",
)

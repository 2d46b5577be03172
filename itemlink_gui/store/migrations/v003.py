"""Version 3: companies are listed like other records; categories, places, data of links, wishes, own words."""

STATEMENTS = (
    # Companies are listed, searched and counted like items and customers.
    """CREATE TABLE company_stat (
        id INTEGER PRIMARY KEY,
        count INTEGER NOT NULL DEFAULT 0 CHECK (count >= 0),
        changed_at TEXT
    ) STRICT""",
    "CREATE INDEX company_stat_count ON company_stat (count)",
    """CREATE TABLE company_key (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        text TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX company_key_name ON company_key (name)",
    """CREATE VIRTUAL TABLE company_part USING fts5 (
        text, content = 'company_key', content_rowid = 'id', tokenize = 'trigram case_sensitive 1', detail = none)""",
    """CREATE VIRTUAL TABLE company_word USING fts5 (
        text, content = 'company_key', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0',
        prefix = '1 2', detail = none)""",
    "CREATE INDEX company_created_at ON company (created_at)",
    # Moved by edits of the customer only, never by links.
    "CREATE INDEX customer_updated_at ON customer (updated_at)",
    "ALTER TABLE customer_key ADD COLUMN companies TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX customer_key_companies ON customer_key (companies)",
    "INSERT INTO company_key SELECT id, fold(name), fold(name) FROM company",
    "INSERT INTO company_part (company_part) VALUES ('rebuild')",
    "INSERT INTO company_word (company_word) VALUES ('rebuild')",
    "INSERT INTO company_stat (id, count) "
    "SELECT id, (SELECT count(*) FROM customer_company WHERE company_id = company.id) FROM company",
    """UPDATE customer_key SET companies = substr((SELECT group_concat(name, ', ') FROM (
        SELECT k.name FROM customer_company m JOIN company_key k ON k.id = m.company_id
        WHERE m.customer_id = customer_key.id ORDER BY k.name, k.id)), 1, 40)
        WHERE id IN (SELECT customer_id FROM customer_company)""",
    """CREATE TABLE category (
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 2147483647),
        name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
        colour TEXT NOT NULL DEFAULT '' CHECK (colour = '' OR (length(colour) = 7 AND colour LIKE '#%'))
    ) STRICT""",
    "ALTER TABLE item ADD COLUMN category_id INTEGER REFERENCES category (id)",
    "CREATE INDEX item_category ON item (category_id)",
    # NULL stands for as many places as are wanted.
    "ALTER TABLE item ADD COLUMN capacity INTEGER CHECK (capacity BETWEEN 0 AND 2147483647)",
    """ALTER TABLE item ADD COLUMN capacity_policy TEXT NOT NULL DEFAULT 'block'
        CHECK (capacity_policy IN ('block', 'overbook', 'waitlist'))""",
    "ALTER TABLE item ADD COLUMN low_stock INTEGER CHECK (low_stock BETWEEN 0 AND 2147483647)",
    "ALTER TABLE item ADD COLUMN available_from TEXT CHECK (length(available_from) = 10)",
    "ALTER TABLE item ADD COLUMN available_until TEXT CHECK (length(available_until) = 10)",
    "ALTER TABLE item_customer ADD COLUMN quantity INTEGER NOT NULL DEFAULT 1 CHECK (quantity BETWEEN 1 AND 1000000)",
    "ALTER TABLE item_customer ADD COLUMN note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 10000)",
    "ALTER TABLE item_customer ADD COLUMN starts_on TEXT CHECK (length(starts_on) = 10)",
    "ALTER TABLE item_customer ADD COLUMN ends_on TEXT CHECK (length(ends_on) = 10)",
    "ALTER TABLE item_customer ADD COLUMN extra TEXT NOT NULL DEFAULT '{}'",
    # Only the few links that have more than one of it, or an end, cost anything.
    "CREATE INDEX item_customer_several ON item_customer (item_id, quantity) WHERE quantity > 1",
    "CREATE INDEX item_customer_ends ON item_customer (ends_on) WHERE ends_on IS NOT NULL",
    "ALTER TABLE past_link ADD COLUMN quantity INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE past_link ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE past_link ADD COLUMN starts_on TEXT",
    "ALTER TABLE past_link ADD COLUMN ends_on TEXT",
    "ALTER TABLE past_link ADD COLUMN extra TEXT NOT NULL DEFAULT '{}'",
    """CREATE TABLE link_field (
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 2147483647),
        name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
        type TEXT NOT NULL CHECK (type IN ('text', 'number', 'day', 'yesno', 'choice')),
        choices TEXT NOT NULL DEFAULT '[]',
        position INTEGER NOT NULL
    ) STRICT""",
    """CREATE TABLE waiting (
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 2147483647),
        item_id INTEGER NOT NULL REFERENCES item (id),
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        quantity INTEGER NOT NULL DEFAULT 1 CHECK (quantity BETWEEN 1 AND 1000000),
        created_at TEXT NOT NULL,
        UNIQUE (item_id, customer_id)
    ) STRICT""",
    "CREATE INDEX waiting_customer ON waiting (customer_id)",
    """CREATE TABLE preference (
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 2147483647),
        customer_id INTEGER NOT NULL REFERENCES customer (id),
        item_id INTEGER NOT NULL REFERENCES item (id),
        kind TEXT NOT NULL CHECK (kind IN ('wants', 'favourite', 'declined')),
        note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 10000),
        created_at TEXT NOT NULL,
        UNIQUE (customer_id, item_id)
    ) STRICT""",
    "CREATE INDEX preference_item ON preference (item_id, kind)",
    """CREATE TABLE saved_filter (
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 2147483647),
        kind TEXT NOT NULL CHECK (kind IN ('item', 'customer', 'company')),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
        query TEXT NOT NULL CHECK (length(query) <= 10000),
        position INTEGER NOT NULL,
        UNIQUE (kind, name)
    ) STRICT""",
    # What was said, once for each step; not part of what an undo takes back.
    """CREATE TABLE notification (
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 2147483647),
        kind TEXT NOT NULL,
        parameters TEXT NOT NULL DEFAULT '{}',
        item_id INTEGER,
        customer_id INTEGER,
        step_id INTEGER,
        created_at TEXT NOT NULL,
        read_at TEXT,
        over_at TEXT
    ) STRICT""",
    "CREATE INDEX notification_step ON notification (step_id)",
    "CREATE INDEX notification_item ON notification (item_id, kind) WHERE over_at IS NULL",
    # Until when a customer was told what was added and removed.
    """CREATE TABLE told (
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 2147483647),
        customer_id INTEGER NOT NULL UNIQUE REFERENCES customer (id),
        created_at TEXT NOT NULL
    ) STRICT""",
    "ALTER TABLE customer ADD COLUMN no_messages INTEGER NOT NULL DEFAULT 0 CHECK (no_messages IN (0, 1))",
    # What belongs to the file and not to its user: its words, the pinned items, what is notified.
    """CREATE TABLE setting (
        id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id BETWEEN 1 AND 2147483647),
        name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 100),
        value TEXT NOT NULL
    ) STRICT""",
)

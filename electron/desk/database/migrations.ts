import { revisionTriggers, searchTriggers } from './triggers.ts'

/**
 * The database's history, oldest first; `PRAGMA user_version` counts how many have run. Forward only: a migration that
 * has been released is never edited. Value lists that are always read with their owner (tags, example questions …) are
 * JSON columns; what is joined, filtered or unique has a column of its own.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE phrase_groups (
    id        TEXT PRIMARY KEY,
    parent_id TEXT REFERENCES phrase_groups (id) ON DELETE RESTRICT,
    name      TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    position  INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX phrase_groups_by_name ON phrase_groups (ifnull(parent_id, ''), name);

  CREATE TABLE phrases (
    id           TEXT PRIMARY KEY,
    group_id     TEXT REFERENCES phrase_groups (id) ON DELETE RESTRICT,
    source       TEXT NOT NULL CHECK (source IN ('starter', 'personal', 'team')),
    code         TEXT COLLATE NOCASE,
    title        TEXT NOT NULL,
    body         TEXT NOT NULL,
    body_hash    TEXT NOT NULL,
    step         TEXT NOT NULL,
    buyer_types  TEXT NOT NULL CHECK (json_valid(buyer_types)),
    tags         TEXT NOT NULL CHECK (json_valid(tags)),
    questions    TEXT NOT NULL CHECK (json_valid(questions)),
    guard        TEXT,
    valid_from   TEXT,
    valid_until  TEXT,
    pinned       INTEGER NOT NULL CHECK (pinned IN (0, 1)),
    created_at   INTEGER NOT NULL,
    updated_at   INTEGER NOT NULL,
    deleted_at   INTEGER
  ) STRICT;
  CREATE UNIQUE INDEX phrases_by_code ON phrases (code) WHERE code IS NOT NULL AND deleted_at IS NULL;
  -- Everything that choosing a page of the list reads, in the list's order, so that it never touches the rows:
  -- 13 ms instead of 500 ms at 100,000 phrases. SQLite wants deleted_at in it for that, although it is always null.
  CREATE INDEX phrases_in_order ON phrases (group_id, title, id, step, deleted_at) WHERE deleted_at IS NULL;
  CREATE INDEX phrases_by_body ON phrases (body_hash) WHERE deleted_at IS NULL;

  -- How often and when a phrase was last used: the counters that ranking reads, kept by the usage events' writer.
  CREATE TABLE phrase_use (
    phrase_id    TEXT PRIMARY KEY REFERENCES phrases (id) ON DELETE CASCADE,
    uses         INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL
  ) STRICT;

  -- What the search has worked out about a phrase, so that a start does not work it out again. It carries its own
  -- version and the fingerprint of the text it was made of; rows may be lost or stale without harm.
  CREATE TABLE phrase_prepared (
    phrase_id TEXT PRIMARY KEY REFERENCES phrases (id) ON DELETE CASCADE,
    prepared  BLOB NOT NULL
  ) STRICT;

  -- One row for each use. Holds no text and no buyer: neither the query nor what was pasted.
  CREATE TABLE usage_events (
    id         INTEGER PRIMARY KEY,
    at         INTEGER NOT NULL,
    phrase_id  TEXT NOT NULL REFERENCES phrases (id) ON DELETE CASCADE,
    outcome    TEXT NOT NULL CHECK (outcome IN ('pasted', 'copied')),
    step       TEXT,
    query_length INTEGER NOT NULL,
    -- From the hotkey to the text being delivered; null when the panel was not opened by it.
    took_ms    INTEGER
  ) STRICT;
  CREATE INDEX usage_events_by_time ON usage_events (at);

  CREATE TABLE products (
    id          TEXT PRIMARY KEY,
    code        TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name        TEXT NOT NULL,
    short_name  TEXT,
    category    TEXT NOT NULL,
    price_fen   INTEGER NOT NULL CHECK (price_fen >= 0),
    -- Everything else of ProductDraft but the SKUs, as JSON.
    facts       TEXT NOT NULL CHECK (json_valid(facts)),
    updated_at  INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE skus (
    product_id  TEXT NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    code        TEXT,
    attributes  TEXT NOT NULL CHECK (json_valid(attributes)),
    price_fen   INTEGER NOT NULL CHECK (price_fen >= 0),
    stock       INTEGER CHECK (stock >= 0),
    PRIMARY KEY (product_id, position)
  ) STRICT;

  CREATE TABLE shops (
    id       TEXT PRIMARY KEY,
    profile  TEXT NOT NULL CHECK (json_valid(profile))
  ) STRICT;
  `,
  `
  -- Wordings for types of buyers, and findings of the wording rules that the author lets stand.
  ALTER TABLE phrases ADD COLUMN variants TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(variants));
  ALTER TABLE phrases ADD COLUMN waivers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(waivers));

  -- Stock is refreshed piece by piece: each figure has an age of its own.
  ALTER TABLE skus ADD COLUMN stock_updated_at INTEGER;

  -- Products taken out of the catalogue, whole, so that their code is free and the removal can be undone.
  CREATE TABLE removed_products (
    id         TEXT PRIMARY KEY,
    product    TEXT NOT NULL CHECK (json_valid(product)),
    removed_at INTEGER NOT NULL
  ) STRICT;

  -- Which column of a file holds what, as the person once said for this header.
  CREATE TABLE import_mappings (
    kind        TEXT NOT NULL,
    header      TEXT NOT NULL CHECK (json_valid(header)),
    mapping     TEXT NOT NULL CHECK (json_valid(mapping)),
    used_at     INTEGER NOT NULL,
    PRIMARY KEY (kind, header)
  ) STRICT;

  -- Counts the changes of what the windows hold in memory (phrases, groups, products, shop), so that another program's
  -- usage events do not make them read the whole library again.
  CREATE TABLE library_revision (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL
  ) STRICT;
  INSERT INTO library_revision (id, revision) VALUES (1, 0);
  ${revisionTriggers(['phrases', 'phrase_groups', 'products', 'skus', 'shops'])}

  -- Buyers. A record is sealed (see electron/desk/customers); what stands beside it tells nothing of the person: the
  -- mark is an HMAC of the nickname, by which a buyer is found and met only once.
  CREATE TABLE customers (
    id            TEXT PRIMARY KEY,
    nickname_mark BLOB NOT NULL UNIQUE,
    key_version   INTEGER NOT NULL,
    record        BLOB NOT NULL,
    created_at    INTEGER NOT NULL,
    seen_at       INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX customers_by_age ON customers (seen_at);
  CREATE INDEX customers_by_key ON customers (key_version);

  CREATE TABLE customer_pastes (
    id          INTEGER PRIMARY KEY,
    customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    at          INTEGER NOT NULL,
    key_version INTEGER NOT NULL,
    record      BLOB NOT NULL
  ) STRICT;
  CREATE INDEX customer_pastes_by_customer ON customer_pastes (customer_id, at);
  CREATE INDEX customer_pastes_by_key ON customer_pastes (key_version);

  -- The figures of a month are read from the index alone: 20 ms instead of seconds among a million uses.
  DROP INDEX usage_events_by_time;
  CREATE INDEX usage_events_by_time ON usage_events (at, took_ms);

  -- When a daily task was last done.
  CREATE TABLE upkeep (
    task    TEXT PRIMARY KEY,
    done_at INTEGER NOT NULL
  ) STRICT;
  `,
  `
  -- A phrase may carry images and be a sequence of messages; one that is archived stays in the library and is offered
  -- to nobody.
  ALTER TABLE phrases ADD COLUMN images TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(images));
  ALTER TABLE phrases ADD COLUMN further TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(further));
  ALTER TABLE phrases ADD COLUMN archived_at INTEGER;

  -- Every filter and order of the table of phrases is worked out from this index alone: the whole order of 100,000 in
  -- 15 to 120 ms, where reading the rows would take half a second.
  DROP INDEX phrases_in_order;
  CREATE INDEX phrases_in_order ON phrases (group_id, title, id, step, source, archived_at, valid_from, valid_until,
                                            tags, created_at, updated_at, code, deleted_at) WHERE deleted_at IS NULL;

  -- What is known of each image; its bytes are a file in the folder of images, named by the SHA-256 of its content.
  CREATE TABLE images (
    hash       TEXT PRIMARY KEY,
    type       TEXT NOT NULL,
    bytes      INTEGER NOT NULL,
    width      INTEGER NOT NULL,
    height     INTEGER NOT NULL,
    name       TEXT NOT NULL,
    -- A small picture of it for lists, made by a page; null until one has.
    thumbnail  BLOB,
    -- When it was first found that nothing names it any more; null while something does.
    unneeded_since INTEGER,
    created_at INTEGER NOT NULL
  ) STRICT;

  -- What a phrase said before each change, newest last; the draft is JSON.
  CREATE TABLE phrase_revisions (
    phrase_id TEXT NOT NULL REFERENCES phrases (id) ON DELETE CASCADE,
    revision  INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    draft     TEXT NOT NULL CHECK (json_valid(draft)),
    PRIMARY KEY (phrase_id, revision)
  ) STRICT;

  -- Whoever changes what a phrase says, by whatever way, leaves what it said before, with the time at which it gave way.
  -- The last 50 are kept.
  CREATE TRIGGER phrases_keep_what_they_said AFTER UPDATE ON phrases
  WHEN (OLD.code, OLD.title, OLD.body, OLD.step, OLD.buyer_types, OLD.tags, OLD.questions, OLD.variants, OLD.images,
        OLD.further, OLD.guard, OLD.valid_from, OLD.valid_until)
    IS NOT (NEW.code, NEW.title, NEW.body, NEW.step, NEW.buyer_types, NEW.tags, NEW.questions, NEW.variants, NEW.images,
            NEW.further, NEW.guard, NEW.valid_from, NEW.valid_until)
  BEGIN
    INSERT INTO phrase_revisions (phrase_id, revision, at, draft)
    SELECT OLD.id, ifnull(max(revision), 0) + 1, NEW.updated_at, json_object(
      'code', OLD.code, 'title', OLD.title, 'body', OLD.body, 'step', OLD.step,
      'buyerTypes', json(OLD.buyer_types), 'tags', json(OLD.tags), 'questions', json(OLD.questions),
      'variants', json(OLD.variants), 'waivers', json(OLD.waivers), 'images', json(OLD.images),
      'further', json(OLD.further), 'guard', OLD.guard, 'validFrom', OLD.valid_from, 'validUntil', OLD.valid_until)
    FROM phrase_revisions WHERE phrase_id = OLD.id;
    DELETE FROM phrase_revisions WHERE phrase_id = OLD.id
      AND revision <= (SELECT max(revision) FROM phrase_revisions WHERE phrase_id = OLD.id) - 50;
  END;

  -- What a session has changed, so that it can be undone; emptied when the next one begins. The changes of a step have
  -- the numbers from its first to its last. See electron/desk/undo.
  CREATE TABLE undo_steps (
    id           INTEGER PRIMARY KEY,
    session      TEXT NOT NULL,
    label        TEXT NOT NULL,
    at           INTEGER NOT NULL,
    is_undone    INTEGER NOT NULL CHECK (is_undone IN (0, 1)),
    first_change INTEGER NOT NULL,
    last_change  INTEGER NOT NULL,
    bytes        INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE undo_changes (
    id         INTEGER PRIMARY KEY,
    table_name TEXT NOT NULL,
    row_key    TEXT NOT NULL,
    before     TEXT,
    after      TEXT
  ) STRICT;
  -- To take a phrase out for good, or an import back, without reading every use there ever was.
  CREATE INDEX usage_events_by_phrase ON usage_events (phrase_id);

  -- Libraries that a team shares. What a subscriber may not change is refused by the database itself, whichever way the
  -- change comes; while a pack is applied, one row of team_writing says so (see electron/desk/packs).
  CREATE TABLE team_libraries (
    id             TEXT PRIMARY KEY,
    name           TEXT NOT NULL,
    role           TEXT NOT NULL CHECK (role IN ('publisher', 'subscriber')),
    public_key     TEXT NOT NULL,
    publisher      TEXT NOT NULL,
    version        INTEGER NOT NULL,
    manifest_hash  TEXT NOT NULL,
    published_at   INTEGER NOT NULL,
    message        TEXT,
    must_update_by TEXT,
    allows_edits   INTEGER NOT NULL CHECK (allows_edits IN (0, 1)),
    -- The groups that hold it: what a publisher publishes, and where a subscriber finds it.
    root_groups    TEXT NOT NULL CHECK (json_valid(root_groups)),
    -- The newest release of a channel that is in it: one in a file takes a number, too, and is in no channel.
    trunk_version  INTEGER NOT NULL DEFAULT 0,
    trunk_hash     TEXT NOT NULL DEFAULT '',
    applied_at     INTEGER NOT NULL
  ) STRICT;
  -- A release may change nothing but the words that come with it; other programs and windows show these, too.
  ${revisionTriggers(['team_libraries'])}

  -- Each group and phrase as the newest pack had it (JSON), and which one it is here.
  CREATE TABLE team_entries (
    library_id TEXT NOT NULL REFERENCES team_libraries (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL CHECK (kind IN ('group', 'phrase')),
    entry_id   TEXT NOT NULL,
    local_id   TEXT NOT NULL,
    base       TEXT NOT NULL CHECK (json_valid(base)),
    PRIMARY KEY (library_id, kind, entry_id)
  ) STRICT;
  CREATE UNIQUE INDEX team_entries_here ON team_entries (kind, local_id);

  CREATE TABLE team_writing (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;

  CREATE TRIGGER phrases_of_a_team_are_read BEFORE UPDATE ON phrases
  WHEN OLD.source = 'team'
    AND (OLD.title, OLD.body, OLD.code, OLD.step, OLD.buyer_types, OLD.tags, OLD.questions, OLD.guard, OLD.valid_from,
         OLD.valid_until, OLD.variants, OLD.images, OLD.further, OLD.deleted_at)
      IS NOT (NEW.title, NEW.body, NEW.code, NEW.step, NEW.buyer_types, NEW.tags, NEW.questions, NEW.guard, NEW.valid_from,
              NEW.valid_until, NEW.variants, NEW.images, NEW.further, NEW.deleted_at)
    AND NOT EXISTS (SELECT 1 FROM team_writing)
    AND EXISTS (SELECT 1 FROM team_entries JOIN team_libraries ON team_libraries.id = library_id
                WHERE kind = 'phrase' AND local_id = OLD.id AND role = 'subscriber' AND allows_edits = 0)
  BEGIN SELECT RAISE(ABORT, 'team-phrase-is-read-only'); END;

  -- Where a team's library comes from by itself, or is published to (electron/desk/channels). Neither what opens the
  -- store nor this machine's number in the channel is here: a copy of the library elsewhere is asked for it again.
  CREATE TABLE team_channels (
    library_id      TEXT PRIMARY KEY,
    library_name    TEXT NOT NULL,
    public_key      TEXT NOT NULL,
    publisher       TEXT NOT NULL,
    address         TEXT NOT NULL CHECK (json_valid(address)),
    is_automatic    INTEGER NOT NULL CHECK (is_automatic IN (0, 1)),
    sends_feedback  INTEGER NOT NULL CHECK (sends_feedback IN (0, 1)),
    -- The newest head that was believed, and what the store calls it; the number of a head never goes down.
    head            TEXT CHECK (head IS NULL OR json_valid(head)),
    etag            TEXT,
    sequence        INTEGER NOT NULL,
    -- The newest version that came in without a click: one that was undone does not come in again by itself.
    applied_version INTEGER NOT NULL,
    -- The manifest of a release whose head was sent, and whether it arrived is not known.
    pending         TEXT,
    -- Message and last day of releases, by the hash of their manifest.
    notes           TEXT NOT NULL CHECK (json_valid(notes)),
    -- What was last put into the inbox, and when.
    feedback_hash   TEXT,
    feedback_at     INTEGER,
    joined_at       INTEGER NOT NULL
  ) STRICT;

  -- Phrases that are proposed to whoever keeps a library, and which of others' proposals were taken or dismissed.
  CREATE TABLE channel_proposals (
    id          TEXT PRIMARY KEY,
    library_id  TEXT NOT NULL REFERENCES team_channels (library_id) ON DELETE CASCADE,
    proposed_at INTEGER NOT NULL,
    title       TEXT NOT NULL,
    body        TEXT NOT NULL,
    note        TEXT NOT NULL
  ) STRICT;
  CREATE TABLE channel_answers (
    library_id  TEXT NOT NULL REFERENCES team_channels (library_id) ON DELETE CASCADE,
    proposal_id TEXT NOT NULL,
    PRIMARY KEY (library_id, proposal_id)
  ) STRICT;

  -- Searches that found nothing, as far as they are words for a phrase and nothing of a buyer (shared/privacy); counted
  -- only while a channel is sent feedback.
  CREATE TABLE channel_misses (
    query   TEXT PRIMARY KEY,
    count   INTEGER NOT NULL,
    last_at INTEGER NOT NULL
  ) STRICT;

  -- What was picked for which search, so that the search learns for good: hashed features of the text, sealed
  -- (electron/desk/phrases/pick-store.ts). Rows may be lost without harm.
  CREATE TABLE phrase_picks (
    id        INTEGER PRIMARY KEY,
    phrase_id TEXT NOT NULL REFERENCES phrases (id) ON DELETE CASCADE,
    at        INTEGER NOT NULL,
    record    BLOB NOT NULL
  ) STRICT;
  CREATE INDEX phrase_picks_by_phrase ON phrase_picks (phrase_id);

  -- What a shop still owes its buyers. Nickname, note and product are in the sealed record (electron/desk/follow-ups);
  -- the mark is the one by which the buyer's own row is found.
  CREATE TABLE follow_ups (
    id            TEXT PRIMARY KEY,
    kind          TEXT NOT NULL,
    nickname_mark BLOB NOT NULL,
    key_version   INTEGER NOT NULL,
    record        BLOB NOT NULL,
    due_at        INTEGER NOT NULL,
    snoozed_until INTEGER,
    reminded_at   INTEGER,
    done_at       INTEGER,
    -- Deleted a moment ago: it can still be taken back, and is shown to nobody.
    deleted_at    INTEGER,
    created_at    INTEGER NOT NULL,
    touched_at    INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX follow_ups_by_buyer ON follow_ups (nickname_mark);
  CREATE INDEX follow_ups_by_key ON follow_ups (key_version);
  CREATE INDEX follow_ups_by_time ON follow_ups (ifnull(snoozed_until, due_at))
    WHERE done_at IS NULL AND deleted_at IS NULL;

  -- Which finished search index belongs to this library (see electron/desk/phrases/index-lineage.ts), and the phrases
  -- that have changed since it was begun; '' stands for all of them. Rows may be lost together without harm.
  CREATE TABLE search_lineage (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    token TEXT NOT NULL
  ) STRICT;
  CREATE TABLE search_changes (phrase_id TEXT PRIMARY KEY) STRICT;
  ${searchTriggers({ phrases: 'id', phrase_use: 'phrase_id', phrase_groups: null })}
  `,
  `
  -- Whether something of it that a release brought was left out here, or one's own kept, since this machine published
  -- last: its next release takes that back. It was held beside channels alone, where one's own release in a file ended it.
  ALTER TABLE team_entries ADD COLUMN is_left_out INTEGER NOT NULL DEFAULT 0 CHECK (is_left_out IN (0, 1));
  UPDATE team_entries SET is_left_out = 1
  WHERE kind = 'phrase' AND (library_id, entry_id) IN (
    SELECT team_channels.library_id, declined.value
    FROM team_channels
      JOIN team_libraries ON team_libraries.id = team_channels.library_id,
      json_each(notes) AS note, json_each(note.value, '$.leftOut') AS declined
    WHERE trunk_version = 0 OR trunk_hash = manifest_hash);
  `,
]

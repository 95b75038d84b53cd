-- A library of schema 3, as the program of that time left it. Frozen: never edit.
CREATE TABLE phrase_groups (
    id        TEXT PRIMARY KEY,
    parent_id TEXT REFERENCES phrase_groups (id) ON DELETE RESTRICT,
    name      TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    position  INTEGER NOT NULL
  ) STRICT;
INSERT INTO phrase_groups VALUES('g1',NULL,'迎接',0);
INSERT INTO phrase_groups VALUES('g2','g1','大促',0);
INSERT INTO phrase_groups VALUES('g3',NULL,'异议',1);
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
  , variants TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(variants)), waivers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(waivers)), images TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(images)), further TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(further)), archived_at INTEGER) STRICT;
INSERT INTO phrases VALUES('p1','g1','starter','yj01','迎接-问好','{{ 客户.称呼 }}，在的','BfQv17hwl9pinBBzTi2wge-evYvjjBdfYRegtAirxjM','greet','[]','["常用"]','["在吗"]',NULL,NULL,NULL,1,1793494800000,1795140000000,NULL,'[{"buyerTypes":["returning"],"body":"欢迎回来，{{ 客户.称呼 }}"}]','[{"rule":"promise","text":"一定","reason":"店里定的"}]','[]','[]',NULL);
INSERT INTO phrases VALUES('p2','g2','personal','DC11','大促-预告','亲，今晚八点开始😀','h2','greet','["new"]','[]','[]','商品.库存 <= 10','2026-11-01','2026-11-11',0,1793494800000,1793494800005,NULL,'[]','[]','[]','[]',NULL);
INSERT INTO phrases VALUES('p3',NULL,'personal',NULL,'没有分组',replace('亲，''引号''和\n换行','\n',char(10)),'h3','object','[]','[]','[]',NULL,NULL,NULL,0,1793494800000,1793494800000,NULL,'[]','[]','[]','[]',NULL);
INSERT INTO phrases VALUES('p4','g3','personal','gone','删除了的','亲','h4','object','[]','[]','[]',NULL,NULL,NULL,0,1793494800000,1793494800000,1793494800009,'[]','[]','[]','[]',NULL);
CREATE TABLE phrase_use (
    phrase_id    TEXT PRIMARY KEY REFERENCES phrases (id) ON DELETE CASCADE,
    uses         INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL
  ) STRICT;
INSERT INTO phrase_use VALUES('p1',12,1793494800100);
CREATE TABLE phrase_prepared (
    phrase_id TEXT PRIMARY KEY REFERENCES phrases (id) ON DELETE CASCADE,
    prepared  BLOB NOT NULL
  ) STRICT;
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
INSERT INTO usage_events VALUES(1,1793494800000,'p1','pasted','greet',3,2100);
INSERT INTO usage_events VALUES(2,1793494800050,'p1','copied',NULL,0,NULL);
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
INSERT INTO products VALUES('m1','M001','玻尿酸面霜','面霜','护肤',27000,'{"sellingPoints":["厚实有型不贴身","领口洗多了也不容易松","落肩版型遮手臂"],"lasts":{"days":null,"uses":null,"people":null},"materials":["95%长绒棉","5%氨纶"],"certificates":["B类吊牌合格证"],"warranty":null,"gift":null,"attributes":{"场合":["日常"],"季节":["春夏"],"版型":["宽松"],"效果":["百搭"]},"stockUpdatedAt":1795304613222,"sizeChart":{"rows":[{"size":"S","ranges":{"heightCm":[150,165],"weightKg":[40,47.5]}},{"size":"M","ranges":{"heightCm":[153,170],"weightKg":[47.6,54]}},{"size":"L","ranges":{"heightCm":[156,174],"weightKg":[54.1,61]}},{"size":"XL","ranges":{"heightCm":[158,178],"weightKg":[61.1,70]}}],"note":"宽松版型，喜欢合身可以选小一码","model":{"heightCm":166,"weightKg":49,"wears":"M"}},"questions":[{"doubt":"product","question":"白色会透吗？","answer":"240 克的面料比普通T恤厚，但白色在强光下仍会略透，里面穿肤色内衣更妥当。"},{"doubt":"use","question":"可以机洗吗？","answer":"可以。翻面装洗衣袋，30 度以内轻柔档，晾干别烘干，烘干会缩一到两厘米。"},{"doubt":"after-sale","question":"洗过一次缩水了怎么办？","answer":"按吊牌水洗后尺寸变化超过吊牌标注范围的，拍下平量尺寸联系我们，按质量问题处理。"},{"doubt":"logistics","question":"两件会分开寄吗？","answer":"同一收货地址、同一天付款的会合成一个包裹发出。"},{"doubt":"product","question":"领口洗了会变荷叶边吗？","answer":"领口用的是加氨纶的罗纹，按洗涤说明洗，日常不容易变形；用力拽着脱会撑大。"}],"flaws":["白色强光下略透","深色头两次洗有轻微浮色"],"pairings":["NZ003","NZ005","XX002"],"substitutes":["NZ002"]}',1793494800000);
CREATE TABLE skus (
    product_id  TEXT NOT NULL REFERENCES products (id) ON DELETE CASCADE,
    position    INTEGER NOT NULL,
    code        TEXT,
    attributes  TEXT NOT NULL CHECK (json_valid(attributes)),
    price_fen   INTEGER NOT NULL CHECK (price_fen >= 0),
    stock       INTEGER CHECK (stock >= 0), stock_updated_at INTEGER,
    PRIMARY KEY (product_id, position)
  ) STRICT;
INSERT INTO skus VALUES('m1',0,'M001-1','{"容量":"50g"}',27000,8,NULL);
INSERT INTO skus VALUES('m1',1,NULL,'{"容量":"100g"}',45000,NULL,NULL);
CREATE TABLE shops (
    id       TEXT PRIMARY KEY,
    profile  TEXT NOT NULL CHECK (json_valid(profile))
  ) STRICT;
INSERT INTO shops VALUES('main','{"name": "屿禾生活馆", "agentAlias": "小禾", "petName": "亲", "cutOff": "16:00", "dispatchDays": [1, 2, 3, 4, 5, 6], "dispatchPlace": "浙江杭州", "tiers": [{"reachFen": 19800, "offFen": 2000, "every": false, "validFrom": null, "validUntil": null}, {"reachFen": 39800, "offFen": 5000, "every": false, "validFrom": null, "validUntil": null}], "discounts": [{"reachFen": 68800, "percent": 90, "validFrom": null, "validUntil": null}], "freeShippingFen": 10800, "discountLimitFen": 2000, "leadName": "安然", "scarceAtMost": 5, "stockFreshHours": 24, "couriers": [{"name": "中通", "isDefault": true, "provinces": {"北京": {"surchargeFen": 0, "days": [2, 3]}, "天津": {"surchargeFen": 0, "days": [2, 3]}, "河北": {"surchargeFen": 0, "days": [2, 3]}, "山西": {"surchargeFen": 0, "days": [3, 4]}, "内蒙古": {"surchargeFen": 500, "days": [3, 5]}, "辽宁": {"surchargeFen": 0, "days": [3, 4]}, "吉林": {"surchargeFen": 0, "days": [3, 5]}, "黑龙江": {"surchargeFen": 0, "days": [3, 5]}, "上海": {"surchargeFen": 0, "days": [1, 2]}, "江苏": {"surchargeFen": 0, "days": [1, 2]}, "浙江": {"surchargeFen": 0, "days": [1, 2]}, "安徽": {"surchargeFen": 0, "days": [2, 3]}, "福建": {"surchargeFen": 0, "days": [2, 3]}, "江西": {"surchargeFen": 0, "days": [2, 3]}, "山东": {"surchargeFen": 0, "days": [2, 3]}, "河南": {"surchargeFen": 0, "days": [2, 3]}, "湖北": {"surchargeFen": 0, "days": [2, 3]}, "湖南": {"surchargeFen": 0, "days": [2, 3]}, "广东": {"surchargeFen": 0, "days": [2, 3]}, "广西": {"surchargeFen": 0, "days": [3, 4]}, "海南": {"surchargeFen": 500, "days": [3, 5]}, "重庆": {"surchargeFen": 0, "days": [3, 4]}, "四川": {"surchargeFen": 0, "days": [3, 4]}, "贵州": {"surchargeFen": 0, "days": [3, 4]}, "云南": {"surchargeFen": 0, "days": [3, 5]}, "西藏": {"surchargeFen": 1800, "days": [6, 9]}, "陕西": {"surchargeFen": 0, "days": [3, 4]}, "甘肃": {"surchargeFen": 500, "days": [4, 6]}, "青海": {"surchargeFen": 500, "days": [4, 6]}, "宁夏": {"surchargeFen": 500, "days": [4, 6]}, "新疆": {"surchargeFen": 1500, "days": [6, 9]}}}], "returnDays": 7, "hasFreightInsurance": true, "serviceHours": "每天 9:00–23:00"}');
CREATE TABLE removed_products (
    id         TEXT PRIMARY KEY,
    product    TEXT NOT NULL CHECK (json_valid(product)),
    removed_at INTEGER NOT NULL
  ) STRICT;
CREATE TABLE import_mappings (
    kind        TEXT NOT NULL,
    header      TEXT NOT NULL CHECK (json_valid(header)),
    mapping     TEXT NOT NULL CHECK (json_valid(mapping)),
    used_at     INTEGER NOT NULL,
    PRIMARY KEY (kind, header)
  ) STRICT;
INSERT INTO import_mappings VALUES('products','["编码"]','{}',5);
CREATE TABLE library_revision (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL
  ) STRICT;
INSERT INTO library_revision VALUES(1,3);
CREATE TABLE customers (
    id            TEXT PRIMARY KEY,
    nickname_mark BLOB NOT NULL UNIQUE,
    key_version   INTEGER NOT NULL,
    record        BLOB NOT NULL,
    created_at    INTEGER NOT NULL,
    seen_at       INTEGER NOT NULL
  ) STRICT;
INSERT INTO customers VALUES('c1',X'0102',1,X'030405',10,20);
CREATE TABLE customer_pastes (
    id          INTEGER PRIMARY KEY,
    customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    at          INTEGER NOT NULL,
    key_version INTEGER NOT NULL,
    record      BLOB NOT NULL
  ) STRICT;
INSERT INTO customer_pastes VALUES(1,'c1',11,1,X'06');
CREATE TABLE upkeep (
    task    TEXT PRIMARY KEY,
    done_at INTEGER NOT NULL
  ) STRICT;
INSERT INTO upkeep VALUES('backup',7);
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
CREATE TABLE phrase_revisions (
    phrase_id TEXT NOT NULL REFERENCES phrases (id) ON DELETE CASCADE,
    revision  INTEGER NOT NULL,
    at        INTEGER NOT NULL,
    draft     TEXT NOT NULL CHECK (json_valid(draft)),
    PRIMARY KEY (phrase_id, revision)
  ) STRICT;
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
INSERT INTO team_libraries VALUES('t1','屿禾团队','publisher','a2V5','安然',4,'hash-4',1763700000000,'双11口径',NULL,1,'["g1"]',4,'hash-4',1763700000000);
INSERT INTO team_libraries VALUES('t2','售后','publisher','a2V5Mg==','安然',3,'hash-file',1763700000000,NULL,NULL,0,'["g1"]',2,'hash-2',1763700000000);
CREATE TABLE team_entries (
    library_id TEXT NOT NULL REFERENCES team_libraries (id) ON DELETE CASCADE,
    kind       TEXT NOT NULL CHECK (kind IN ('group', 'phrase')),
    entry_id   TEXT NOT NULL,
    local_id   TEXT NOT NULL,
    base       TEXT NOT NULL CHECK (json_valid(base)),
    PRIMARY KEY (library_id, kind, entry_id)
  ) STRICT;
INSERT INTO team_entries VALUES('t1','phrase','e2','p2','{"title":"乙","body":"亲"}');
INSERT INTO team_entries VALUES('t2','phrase','e3','p1','{"title":"丙","body":"亲"}');
CREATE TABLE team_writing (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;
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
INSERT INTO team_channels VALUES('t1','屿禾团队','a2V5','安然','{"kind":"folder","path":"/nas"}',1,0,NULL,NULL,4,0,NULL,'{"hash-4":{"message":null,"mustUpdateBy":null,"leftOut":["e2","gone"]}}',NULL,NULL,1763700000000);
INSERT INTO team_channels VALUES('t2','售后','a2V5Mg==','安然','{"kind":"folder","path":"/nas2"}',1,0,NULL,NULL,2,0,NULL,'{"hash-2":{"message":"有","mustUpdateBy":null,"leftOut":["e3"]}}',NULL,NULL,1763700000000);
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
CREATE TABLE channel_misses (
    query   TEXT PRIMARY KEY,
    count   INTEGER NOT NULL,
    last_at INTEGER NOT NULL
  ) STRICT;
CREATE TABLE phrase_picks (
    id        INTEGER PRIMARY KEY,
    phrase_id TEXT NOT NULL REFERENCES phrases (id) ON DELETE CASCADE,
    at        INTEGER NOT NULL,
    record    BLOB NOT NULL
  ) STRICT;
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
CREATE TABLE search_lineage (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    token TEXT NOT NULL
  ) STRICT;
CREATE TABLE search_changes (phrase_id TEXT PRIMARY KEY) STRICT;
CREATE UNIQUE INDEX phrase_groups_by_name ON phrase_groups (ifnull(parent_id, ''), name);
CREATE UNIQUE INDEX phrases_by_code ON phrases (code) WHERE code IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX phrases_by_body ON phrases (body_hash) WHERE deleted_at IS NULL;
CREATE TRIGGER phrases_revised_by_insert AFTER INSERT ON phrases BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;
CREATE TRIGGER phrases_revised_by_update AFTER UPDATE ON phrases BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;
CREATE TRIGGER phrases_revised_by_delete AFTER DELETE ON phrases BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;
CREATE TRIGGER phrase_groups_revised_by_insert AFTER INSERT ON phrase_groups BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;
CREATE TRIGGER phrase_groups_revised_by_update AFTER UPDATE ON phrase_groups BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;
CREATE TRIGGER phrase_groups_revised_by_delete AFTER DELETE ON phrase_groups BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;
CREATE TRIGGER products_revised_by_insert AFTER INSERT ON products BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;
CREATE TRIGGER products_revised_by_update AFTER UPDATE ON products BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;
CREATE TRIGGER products_revised_by_delete AFTER DELETE ON products BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;
CREATE TRIGGER skus_revised_by_insert AFTER INSERT ON skus BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;
CREATE TRIGGER skus_revised_by_update AFTER UPDATE ON skus BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;
CREATE TRIGGER skus_revised_by_delete AFTER DELETE ON skus BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;
CREATE TRIGGER shops_revised_by_insert AFTER INSERT ON shops BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;
CREATE TRIGGER shops_revised_by_update AFTER UPDATE ON shops BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;
CREATE TRIGGER shops_revised_by_delete AFTER DELETE ON shops BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;
CREATE INDEX customers_by_age ON customers (seen_at);
CREATE INDEX customers_by_key ON customers (key_version);
CREATE INDEX customer_pastes_by_customer ON customer_pastes (customer_id, at);
CREATE INDEX customer_pastes_by_key ON customer_pastes (key_version);
CREATE INDEX usage_events_by_time ON usage_events (at, took_ms);
CREATE INDEX phrases_in_order ON phrases (group_id, title, id, step, source, archived_at, valid_from, valid_until,
                                            tags, created_at, updated_at, code, deleted_at) WHERE deleted_at IS NULL;
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
CREATE INDEX usage_events_by_phrase ON usage_events (phrase_id);
CREATE TRIGGER team_libraries_revised_by_insert AFTER INSERT ON team_libraries BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;
CREATE TRIGGER team_libraries_revised_by_update AFTER UPDATE ON team_libraries BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;
CREATE TRIGGER team_libraries_revised_by_delete AFTER DELETE ON team_libraries BEGIN
          UPDATE library_revision SET revision = revision + 1 WHERE id = 1;
        END;
CREATE UNIQUE INDEX team_entries_here ON team_entries (kind, local_id);
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
CREATE INDEX phrase_picks_by_phrase ON phrase_picks (phrase_id);
CREATE INDEX follow_ups_by_buyer ON follow_ups (nickname_mark);
CREATE INDEX follow_ups_by_key ON follow_ups (key_version);
CREATE INDEX follow_ups_by_time ON follow_ups (ifnull(snoozed_until, due_at))
    WHERE done_at IS NULL AND deleted_at IS NULL;
CREATE TRIGGER phrases_searched_anew_by_insert AFTER INSERT ON phrases
        WHEN EXISTS (SELECT 1 FROM search_lineage) BEGIN
          INSERT INTO search_changes SELECT NEW.id
          WHERE NOT EXISTS (SELECT 1 FROM search_changes WHERE phrase_id = NEW.id);
        END;
CREATE TRIGGER phrases_searched_anew_by_update AFTER UPDATE ON phrases
        WHEN EXISTS (SELECT 1 FROM search_lineage) BEGIN
          INSERT INTO search_changes SELECT NEW.id
          WHERE NOT EXISTS (SELECT 1 FROM search_changes WHERE phrase_id = NEW.id);
        END;
CREATE TRIGGER phrases_searched_anew_by_delete AFTER DELETE ON phrases
        WHEN EXISTS (SELECT 1 FROM search_lineage) BEGIN
          INSERT INTO search_changes SELECT OLD.id
          WHERE NOT EXISTS (SELECT 1 FROM search_changes WHERE phrase_id = OLD.id);
        END;
CREATE TRIGGER phrase_use_searched_anew_by_insert AFTER INSERT ON phrase_use
        WHEN EXISTS (SELECT 1 FROM search_lineage) BEGIN
          INSERT INTO search_changes SELECT NEW.phrase_id
          WHERE NOT EXISTS (SELECT 1 FROM search_changes WHERE phrase_id = NEW.phrase_id);
        END;
CREATE TRIGGER phrase_use_searched_anew_by_update AFTER UPDATE ON phrase_use
        WHEN EXISTS (SELECT 1 FROM search_lineage) BEGIN
          INSERT INTO search_changes SELECT NEW.phrase_id
          WHERE NOT EXISTS (SELECT 1 FROM search_changes WHERE phrase_id = NEW.phrase_id);
        END;
CREATE TRIGGER phrase_use_searched_anew_by_delete AFTER DELETE ON phrase_use
        WHEN EXISTS (SELECT 1 FROM search_lineage) BEGIN
          INSERT INTO search_changes SELECT OLD.phrase_id
          WHERE NOT EXISTS (SELECT 1 FROM search_changes WHERE phrase_id = OLD.phrase_id);
        END;
CREATE TRIGGER phrase_groups_searched_anew_by_insert AFTER INSERT ON phrase_groups
        WHEN EXISTS (SELECT 1 FROM search_lineage) BEGIN
          INSERT INTO search_changes SELECT ''
          WHERE NOT EXISTS (SELECT 1 FROM search_changes WHERE phrase_id = '');
        END;
CREATE TRIGGER phrase_groups_searched_anew_by_update AFTER UPDATE ON phrase_groups
        WHEN EXISTS (SELECT 1 FROM search_lineage) BEGIN
          INSERT INTO search_changes SELECT ''
          WHERE NOT EXISTS (SELECT 1 FROM search_changes WHERE phrase_id = '');
        END;
CREATE TRIGGER phrase_groups_searched_anew_by_delete AFTER DELETE ON phrase_groups
        WHEN EXISTS (SELECT 1 FROM search_lineage) BEGIN
          INSERT INTO search_changes SELECT ''
          WHERE NOT EXISTS (SELECT 1 FROM search_changes WHERE phrase_id = '');
        END;
PRAGMA user_version = 3;

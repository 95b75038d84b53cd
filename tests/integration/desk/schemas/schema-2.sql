-- A library of schema 2, as the program of that time left it. Frozen: never edit.
CREATE TABLE phrase_groups (
    id        TEXT PRIMARY KEY,
    parent_id TEXT REFERENCES phrase_groups (id) ON DELETE RESTRICT,
    name      TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    position  INTEGER NOT NULL
  ) STRICT;
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
  , variants TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(variants)), waivers TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(waivers))) STRICT;
CREATE TABLE phrase_use (
    phrase_id    TEXT PRIMARY KEY REFERENCES phrases (id) ON DELETE CASCADE,
    uses         INTEGER NOT NULL,
    last_used_at INTEGER NOT NULL
  ) STRICT;
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
    stock       INTEGER CHECK (stock >= 0), stock_updated_at INTEGER,
    PRIMARY KEY (product_id, position)
  ) STRICT;
CREATE TABLE shops (
    id       TEXT PRIMARY KEY,
    profile  TEXT NOT NULL CHECK (json_valid(profile))
  ) STRICT;
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
CREATE TABLE library_revision (
    id       INTEGER PRIMARY KEY CHECK (id = 1),
    revision INTEGER NOT NULL
  ) STRICT;
CREATE TABLE customers (
    id            TEXT PRIMARY KEY,
    nickname_mark BLOB NOT NULL UNIQUE,
    key_version   INTEGER NOT NULL,
    record        BLOB NOT NULL,
    created_at    INTEGER NOT NULL,
    seen_at       INTEGER NOT NULL
  ) STRICT;
CREATE TABLE customer_pastes (
    id          INTEGER PRIMARY KEY,
    customer_id TEXT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    at          INTEGER NOT NULL,
    key_version INTEGER NOT NULL,
    record      BLOB NOT NULL
  ) STRICT;
CREATE TABLE upkeep (
    task    TEXT PRIMARY KEY,
    done_at INTEGER NOT NULL
  ) STRICT;
INSERT INTO phrase_groups VALUES ('g1', NULL, '迎接', 0);
INSERT INTO phrase_groups VALUES ('g2', 'g1', '大促', 0);
INSERT INTO phrase_groups VALUES ('g3', NULL, '异议', 1);
INSERT INTO phrases VALUES ('p1', 'g1', 'starter', 'yj01', '迎接-问好', '{{ 客户.称呼 }}，在的', 'BfQv17hwl9pinBBzTi2wge-evYvjjBdfYRegtAirxjM', 'greet', '[]', '["常用"]', '["在吗"]', NULL, NULL, NULL, 1, 1793494800000, 1795140000000, NULL, '[{"buyerTypes":["returning"],"body":"欢迎回来，{{ 客户.称呼 }}"}]', '[{"rule":"promise","text":"一定","reason":"店里定的"}]');
INSERT INTO phrases VALUES ('p2', 'g2', 'personal', 'DC11', '大促-预告', '亲，今晚八点开始😀', 'h2', 'greet', '["new"]', '[]', '[]', '商品.库存 <= 10', '2026-11-01', '2026-11-11', 0, 1793494800000, 1793494800005, NULL, '[]', '[]');
INSERT INTO phrases VALUES ('p3', NULL, 'personal', NULL, '没有分组', '亲，''引号''和
换行', 'h3', 'object', '[]', '[]', '[]', NULL, NULL, NULL, 0, 1793494800000, 1793494800000, NULL, '[]', '[]');
INSERT INTO phrases VALUES ('p4', 'g3', 'personal', 'gone', '删除了的', '亲', 'h4', 'object', '[]', '[]', '[]', NULL, NULL, NULL, 0, 1793494800000, 1793494800000, 1793494800009, '[]', '[]');
INSERT INTO phrase_use VALUES ('p1', 12, 1793494800100);
INSERT INTO usage_events VALUES (1, 1793494800000, 'p1', 'pasted', 'greet', 3, 2100);
INSERT INTO usage_events VALUES (2, 1793494800050, 'p1', 'copied', NULL, 0, NULL);
INSERT INTO products VALUES ('m1', 'M001', '玻尿酸面霜', '面霜', '护肤', 27000, '{"sellingPoints":["厚实有型不贴身","领口洗多了也不容易松","落肩版型遮手臂"],"lasts":{"days":null,"uses":null,"people":null},"materials":["95%长绒棉","5%氨纶"],"certificates":["B类吊牌合格证"],"warranty":null,"gift":null,"attributes":{"场合":["日常"],"季节":["春夏"],"版型":["宽松"],"效果":["百搭"]},"stockUpdatedAt":1795304613222,"sizeChart":{"rows":[{"size":"S","ranges":{"heightCm":[150,165],"weightKg":[40,47.5]}},{"size":"M","ranges":{"heightCm":[153,170],"weightKg":[47.6,54]}},{"size":"L","ranges":{"heightCm":[156,174],"weightKg":[54.1,61]}},{"size":"XL","ranges":{"heightCm":[158,178],"weightKg":[61.1,70]}}],"note":"宽松版型，喜欢合身可以选小一码","model":{"heightCm":166,"weightKg":49,"wears":"M"}},"questions":[{"doubt":"product","question":"白色会透吗？","answer":"240 克的面料比普通T恤厚，但白色在强光下仍会略透，里面穿肤色内衣更妥当。"},{"doubt":"use","question":"可以机洗吗？","answer":"可以。翻面装洗衣袋，30 度以内轻柔档，晾干别烘干，烘干会缩一到两厘米。"},{"doubt":"after-sale","question":"洗过一次缩水了怎么办？","answer":"按吊牌水洗后尺寸变化超过吊牌标注范围的，拍下平量尺寸联系我们，按质量问题处理。"},{"doubt":"logistics","question":"两件会分开寄吗？","answer":"同一收货地址、同一天付款的会合成一个包裹发出。"},{"doubt":"product","question":"领口洗了会变荷叶边吗？","answer":"领口用的是加氨纶的罗纹，按洗涤说明洗，日常不容易变形；用力拽着脱会撑大。"}],"flaws":["白色强光下略透","深色头两次洗有轻微浮色"],"pairings":["NZ003","NZ005","XX002"],"substitutes":["NZ002"]}', 1793494800000);
INSERT INTO skus VALUES ('m1', 0, 'M001-1', '{"容量":"50g"}', 27000, 8, NULL);
INSERT INTO skus VALUES ('m1', 1, NULL, '{"容量":"100g"}', 45000, NULL, NULL);
INSERT INTO shops VALUES ('main', '{"name": "屿禾生活馆", "agentAlias": "小禾", "petName": "亲", "cutOff": "16:00", "dispatchDays": [1, 2, 3, 4, 5, 6], "dispatchPlace": "浙江杭州", "tiers": [{"reachFen": 19800, "offFen": 2000, "every": false, "validFrom": null, "validUntil": null}, {"reachFen": 39800, "offFen": 5000, "every": false, "validFrom": null, "validUntil": null}], "discounts": [{"reachFen": 68800, "percent": 90, "validFrom": null, "validUntil": null}], "freeShippingFen": 10800, "discountLimitFen": 2000, "leadName": "安然", "scarceAtMost": 5, "stockFreshHours": 24, "couriers": [{"name": "中通", "isDefault": true, "provinces": {"北京": {"surchargeFen": 0, "days": [2, 3]}, "天津": {"surchargeFen": 0, "days": [2, 3]}, "河北": {"surchargeFen": 0, "days": [2, 3]}, "山西": {"surchargeFen": 0, "days": [3, 4]}, "内蒙古": {"surchargeFen": 500, "days": [3, 5]}, "辽宁": {"surchargeFen": 0, "days": [3, 4]}, "吉林": {"surchargeFen": 0, "days": [3, 5]}, "黑龙江": {"surchargeFen": 0, "days": [3, 5]}, "上海": {"surchargeFen": 0, "days": [1, 2]}, "江苏": {"surchargeFen": 0, "days": [1, 2]}, "浙江": {"surchargeFen": 0, "days": [1, 2]}, "安徽": {"surchargeFen": 0, "days": [2, 3]}, "福建": {"surchargeFen": 0, "days": [2, 3]}, "江西": {"surchargeFen": 0, "days": [2, 3]}, "山东": {"surchargeFen": 0, "days": [2, 3]}, "河南": {"surchargeFen": 0, "days": [2, 3]}, "湖北": {"surchargeFen": 0, "days": [2, 3]}, "湖南": {"surchargeFen": 0, "days": [2, 3]}, "广东": {"surchargeFen": 0, "days": [2, 3]}, "广西": {"surchargeFen": 0, "days": [3, 4]}, "海南": {"surchargeFen": 500, "days": [3, 5]}, "重庆": {"surchargeFen": 0, "days": [3, 4]}, "四川": {"surchargeFen": 0, "days": [3, 4]}, "贵州": {"surchargeFen": 0, "days": [3, 4]}, "云南": {"surchargeFen": 0, "days": [3, 5]}, "西藏": {"surchargeFen": 1800, "days": [6, 9]}, "陕西": {"surchargeFen": 0, "days": [3, 4]}, "甘肃": {"surchargeFen": 500, "days": [4, 6]}, "青海": {"surchargeFen": 500, "days": [4, 6]}, "宁夏": {"surchargeFen": 500, "days": [4, 6]}, "新疆": {"surchargeFen": 1500, "days": [6, 9]}}}], "returnDays": 7, "hasFreightInsurance": true, "serviceHours": "每天 9:00–23:00"}');
INSERT INTO import_mappings VALUES ('products', '["编码"]', '{}', 5);
INSERT INTO library_revision VALUES (1, 1);
INSERT INTO customers VALUES ('c1', X'0102', 1, X'030405', 10, 20);
INSERT INTO customer_pastes VALUES (1, 'c1', 11, 1, X'06');
INSERT INTO upkeep VALUES ('backup', 7);
CREATE UNIQUE INDEX phrase_groups_by_name ON phrase_groups (ifnull(parent_id, ''), name);
CREATE UNIQUE INDEX phrases_by_code ON phrases (code) WHERE code IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX phrases_in_order ON phrases (group_id, title, id, step, deleted_at) WHERE deleted_at IS NULL;
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
PRAGMA user_version = 2;

-- The forty indicators asked of SQLite as well as one can: the files are in tables of text by now, see SqliteAnswers. Text ids
-- are looked up once, by primary keys; sums roll up from the finest cells; distinct counts are two plain GROUP BYs; the
-- filters an activity passes are bits of a number. SQLite has no bit_or: max(mask & 2) | max(mask & 4) stands for it.

-- Classes: 0 the total; from 1 sectors, from 100 counties, from 200 municipalities. The first of each is unknown.
CREATE TABLE class (class INTEGER PRIMARY KEY, sector, county, municipality);
INSERT INTO class VALUES (0, '', '', ''), (1, 'unknown', '', ''), (100, '', 'unknown', ''), (200, '', '', 'unknown');
INSERT INTO class SELECT 1 + row_number() OVER (ORDER BY sector), sector, '', ''
  FROM (SELECT DISTINCT sector FROM stakeholder WHERE sector IS NOT NULL);
INSERT INTO class SELECT 100 + row_number() OVER (ORDER BY county), '', county, '' FROM (SELECT DISTINCT county FROM region);
INSERT INTO class SELECT 200 + row_number() OVER (ORDER BY municipality), '', '', municipality
  FROM (SELECT DISTINCT municipality FROM region WHERE municipality IS NOT NULL);

CREATE TABLE number_of (id PRIMARY KEY, number INTEGER) WITHOUT ROWID;
INSERT INTO number_of SELECT id, row_number() OVER (ORDER BY id) FROM stakeholder ORDER BY id;
CREATE TABLE organisation (id PRIMARY KEY, unit, sector, county, municipality) WITHOUT ROWID;
INSERT INTO organisation
  SELECT s.id, coalesce(t.number, n.number), coalesce(cs.class, 1), coalesce(cc.class, 100), coalesce(cm.class, 200)
  FROM number_of n
  JOIN stakeholder s ON s.id = n.id
  LEFT JOIN identity i ON i.id = s.id
  LEFT JOIN number_of t ON t.id = i.target
  LEFT JOIN class cs ON cs.sector = s.sector
  LEFT JOIN region r ON r.code = s.region
  LEFT JOIN class cc ON cc.county = r.county
  LEFT JOIN class cm ON cm.municipality = r.municipality
  ORDER BY s.id;
CREATE TABLE activity_of (id PRIMARY KEY, activity INTEGER, start, mask) WITHOUT ROWID;
INSERT INTO activity_of
  SELECT id, row_number() OVER (ORDER BY id), start, 1 + CASE kind WHEN 'process-workshop' THEN 2
    WHEN 'network-meeting' THEN 4 WHEN 'dialogue-forum' THEN 8 ELSE 0 END
  FROM activity ORDER BY id;
CREATE TABLE organiser_of (activity INTEGER, unit INTEGER, mask INTEGER, PRIMARY KEY (activity, unit)) WITHOUT ROWID;
INSERT OR IGNORE INTO organiser_of
  SELECT a.activity, o.unit, a.mask FROM organiser r
  JOIN activity_of a ON a.id = r.activity JOIN organisation o ON o.id = r.organisation;

-- One row a participation that counts, with the classes of its organisation; of those that represent several, one row each.
CREATE TABLE counted AS
  SELECT p.number, (substr(p.day, 1, 4) - 2021) * 4 + (substr(p.day, 6, 2) - 1) / 3 AS period, mask, activity,
    organisation, heads, women, men
  FROM (
    SELECT p.number, coalesce(p.date, a.start) AS day, a.mask, a.activity, p.organisation, p.heads, p.women, p.men
    FROM participation p JOIN activity_of a ON a.id = p.activity
    WHERE coalesce(p.status, 'attended') = 'attended' AND coalesce(p.role, 'participant') = 'participant') p
  WHERE p.day >= '2021-01-01' AND p.day < '2024-01-01';
CREATE TABLE single AS
  SELECT c.period, c.mask, c.activity, o.unit, coalesce(o.sector, 1) AS sector, coalesce(o.county, 100) AS county,
    coalesce(o.municipality, 200) AS municipality, c.heads, c.women, c.men
  FROM counted c LEFT JOIN organisation o ON o.id = c.organisation
  WHERE NOT EXISTS (SELECT 1 FROM represented r WHERE r.participation = c.number);
CREATE TABLE several AS
  SELECT c.number, c.period, c.mask, c.activity, o.unit, o.sector, o.county, o.municipality, c.heads, c.women, c.men
  FROM represented r JOIN counted c ON c.number = r.participation JOIN organisation o ON o.id = r.organisation;

CREATE TABLE finest AS
  SELECT period, mask, sector, county, municipality, count(*) AS records, sum(heads) AS heads, sum(women) AS women,
    sum(men) AS men, count(women) AS stated
  FROM single GROUP BY period, mask, sector, county, municipality;
CREATE TABLE sums AS
  SELECT period, mask, class, sum(records) AS records, sum(heads) AS heads, sum(women) AS women, sum(men) AS men,
    sum(stated) AS stated
  FROM (
    SELECT period, mask, 0 AS class, records, heads, women, men, stated FROM finest
    UNION ALL SELECT period, mask, sector, records, heads, women, men, stated FROM finest
    UNION ALL SELECT period, mask, county, records, heads, women, men, stated FROM finest
    UNION ALL SELECT period, mask, municipality, records, heads, women, men, stated FROM finest
    UNION ALL SELECT period, mask, class, 1, heads, women, men, women IS NOT NULL FROM (
      SELECT number, 0 AS class, period, mask, heads, women, men FROM several
      UNION SELECT number, sector, period, mask, heads, women, men FROM several
      UNION SELECT number, county, period, mask, heads, women, men FROM several
      UNION SELECT number, municipality, period, mask, heads, women, men FROM several))
  GROUP BY period, mask, class;

-- Who took part in what, each once.
CREATE TABLE attended AS
  SELECT period, unit, sector, county, municipality, 1 | max(mask & 2) | max(mask & 4) | max(mask & 8) AS mask
  FROM (
    SELECT period, unit, sector, county, municipality, mask FROM single WHERE unit IS NOT NULL
    UNION ALL SELECT period, unit, sector, county, municipality, mask FROM several)
  GROUP BY period, unit, sector, county, municipality;
CREATE TABLE units AS
  SELECT period, class, count(*) AS in0, sum(mask >> 1 & 1) AS in1, sum(mask >> 2 & 1) AS in2, sum(mask >> 3 & 1) AS in3
  FROM (
    SELECT period, class, unit, max(mask & 2) | max(mask & 4) | max(mask & 8) AS mask
    FROM (
      SELECT period, 0 AS class, unit, mask FROM attended
      UNION ALL SELECT period, sector, unit, mask FROM attended
      UNION ALL SELECT period, county, unit, mask FROM attended
      UNION ALL SELECT period, municipality, unit, mask FROM attended)
    GROUP BY period, class, unit)
  GROUP BY period, class;
CREATE TABLE touched AS
  SELECT DISTINCT period, activity, sector, county, municipality, mask FROM (
    SELECT period, activity, sector, county, municipality, mask FROM single
    UNION ALL SELECT period, activity, sector, county, municipality, mask FROM several);
CREATE TABLE touched_class AS
  SELECT period, 0 AS class, activity, mask FROM touched
  UNION SELECT period, sector, activity, mask FROM touched
  UNION SELECT period, county, activity, mask FROM touched
  UNION SELECT period, municipality, activity, mask FROM touched;
CREATE TABLE activities AS
  SELECT period, class, count(*) AS in0, sum(mask >> 1 & 1) AS in1, sum(mask >> 2 & 1) AS in2, sum(mask >> 3 & 1) AS in3
  FROM touched_class GROUP BY period, class;
CREATE TABLE organisers AS
  SELECT period, class, count(*) AS in0, sum(mask >> 1 & 1) AS in1, sum(mask >> 2 & 1) AS in2, sum(mask >> 3 & 1) AS in3
  FROM (
    SELECT t.period, t.class, o.unit, max(o.mask & 2) | max(o.mask & 4) | max(o.mask & 8) AS mask
    FROM touched_class t JOIN organiser_of o ON o.activity = t.activity
    GROUP BY t.period, t.class, o.unit)
  GROUP BY period, class;

-- One row a filter, class and quarter; a class that a filter meets in any quarter has all twelve.
CREATE TABLE filter (filter INTEGER PRIMARY KEY, name);
INSERT INTO filter VALUES (0, 'all'), (1, 'process-workshop'), (2, 'network-meeting'), (3, 'dialogue-forum');
CREATE TABLE found (filter, class, period, records, heads, women, men, stated, PRIMARY KEY (filter, class, period)) WITHOUT ROWID;
INSERT INTO found
  SELECT filter, class, period, sum(records), sum(heads), sum(women), sum(men), sum(stated)
  FROM sums JOIN filter ON (mask >> filter & 1) = 1 GROUP BY filter, class, period;
CREATE UNIQUE INDEX unit_count ON units (period, class);
CREATE UNIQUE INDEX activity_count ON activities (period, class);
CREATE UNIQUE INDEX organiser_count ON organisers (period, class);
CREATE TABLE cells AS
  WITH RECURSIVE periods (period) AS (SELECT 0 UNION ALL SELECT period + 1 FROM periods WHERE period < 11)
  SELECT o.filter, o.class, p.period, coalesce(c.records, 0) AS records, coalesce(c.heads, 0) AS heads,
    coalesce(c.women, 0) AS women, coalesce(c.men, 0) AS men, c.records IS NULL OR c.stated > 0 AS stated,
    coalesce(CASE o.filter WHEN 0 THEN u.in0 WHEN 1 THEN u.in1 WHEN 2 THEN u.in2 ELSE u.in3 END, 0) AS units,
    coalesce(CASE o.filter WHEN 0 THEN a.in0 WHEN 1 THEN a.in1 WHEN 2 THEN a.in2 ELSE a.in3 END, 0) AS activities,
    coalesce(CASE o.filter WHEN 0 THEN g.in0 WHEN 1 THEN g.in1 WHEN 2 THEN g.in2 ELSE g.in3 END, 0) AS organisers
  FROM (SELECT DISTINCT filter, class FROM found) o
  CROSS JOIN periods p
  LEFT JOIN found c ON c.filter = o.filter AND c.class = o.class AND c.period = p.period
  LEFT JOIN units u ON u.class = o.class AND u.period = p.period
  LEFT JOIN activities a ON a.class = o.class AND a.period = p.period
  LEFT JOIN organisers g ON g.class = o.class AND g.period = p.period;

CREATE TABLE measured AS
  SELECT 'rows' AS measure, filter, class, period, records AS numerator, NULL AS denominator, 1 AS stated FROM cells
  UNION ALL SELECT 'heads', filter, class, period, heads, NULL, 1 FROM cells
  UNION ALL SELECT 'women', filter, class, period, women, NULL, stated FROM cells
  UNION ALL SELECT 'men', filter, class, period, men, NULL, stated FROM cells
  UNION ALL SELECT 'women-share', filter, class, period, women, women + men, stated FROM cells
  UNION ALL SELECT 'organisations', filter, class, period, units, NULL, 1 FROM cells
    WHERE class = 0 OR (filter, class) IN (SELECT filter, class FROM cells WHERE units > 0)
  UNION ALL SELECT 'activities', filter, class, period, activities, NULL, 1 FROM cells
  UNION ALL SELECT 'organisers', filter, class, period, organisers, NULL, 1 FROM cells
  UNION ALL SELECT 'mean-heads', filter, class, period, heads, records, 1 FROM cells
  UNION ALL SELECT 'heads-per-organisation', filter, class, period, heads, units, 1 FROM cells;

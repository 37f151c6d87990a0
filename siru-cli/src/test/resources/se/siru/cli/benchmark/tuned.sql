-- The forty indicators as a specialist would ask a column database for them: integer keys from the first join on, one
-- pass over the single-organisation rows for all sums, every distinct count as two plain GROUP BYs, the four filters
-- and the classes of which there are few as bits of a number. ${folder}, ${regions}, ${out} and ${threads} are filled
-- in.
SET threads = ${threads};
SET preserve_insertion_order = false;

-- Classes: 0 the total; from 1 sectors, from 100 counties, from 200 municipalities. The first of each is unknown.
CREATE TABLE class (class SMALLINT, sector VARCHAR, county VARCHAR, municipality VARCHAR);
CREATE TABLE region AS
  SELECT code, county, municipality FROM read_csv('${regions}', header = true, all_varchar = true);
CREATE TABLE stakeholder AS
  SELECT row_number() OVER () AS number, id, coalesce(sector, 'unknown') AS sector, region
  FROM read_csv('${folder}/stakeholders.csv', header = true, all_varchar = true);
INSERT INTO class VALUES (0, '', '', '');
INSERT INTO class
  SELECT row_number() OVER (ORDER BY sector <> 'unknown', sector), sector, '', ''
  FROM (SELECT sector FROM stakeholder UNION SELECT 'unknown');
INSERT INTO class
  SELECT 99 + row_number() OVER (ORDER BY county <> 'unknown', county), '', county, ''
  FROM (SELECT county FROM region UNION SELECT 'unknown');
INSERT INTO class
  SELECT 199 + row_number() OVER (ORDER BY municipality <> 'unknown', municipality), '', '', municipality
  FROM (SELECT municipality FROM region WHERE municipality IS NOT NULL UNION SELECT 'unknown');

CREATE TABLE organisation AS
  SELECT s.id, coalesce(t.number, s.number)::INTEGER AS unit, s.number::INTEGER AS number,
    cs.class AS sector, coalesce(cc.class, 100)::SMALLINT AS county, coalesce(cm.class, 200)::SMALLINT AS municipality
  FROM stakeholder s
  LEFT JOIN read_csv('${folder}/identity.csv', header = true, all_varchar = true) i ON i.id = s.id
  LEFT JOIN stakeholder t ON t.id = i.target
  JOIN class cs ON cs.sector = s.sector
  LEFT JOIN region r ON r.code = s.region
  LEFT JOIN class cc ON cc.county = r.county
  LEFT JOIN class cm ON cm.municipality = r.municipality;

-- mask: the filters that an activity passes; bit 0 is all.
CREATE TABLE activity AS
  SELECT row_number() OVER ()::INTEGER AS number, id, start, organisers,
    (1 + CASE kind WHEN 'process-workshop' THEN 2 WHEN 'network-meeting' THEN 4 WHEN 'dialogue-forum' THEN 8 ELSE 0 END)
      ::UTINYINT AS mask
  FROM read_csv('${folder}/activities.csv', header = true, columns = {'id': 'VARCHAR', 'name': 'VARCHAR',
    'kind': 'VARCHAR', 'status': 'VARCHAR', 'start': 'DATE', 'organisers': 'VARCHAR', 'programme-part': 'VARCHAR'});
CREATE TABLE organiser AS
  SELECT a.number AS activity, a.mask, o.unit
  FROM (SELECT number, mask, unnest(string_split(organisers, ';')) AS id FROM activity) a
  JOIN organisation o ON o.id = a.id;

-- One row a participation that counts, with the classes of its organisation; where it represents several, with their
-- list.
CREATE TABLE participation AS
  SELECT ((year(day) - 2021) * 4 + quarter(day) - 1)::UTINYINT AS period, mask, activity, unit, sector, county,
    municipality, heads, women, men, several
  FROM (
    SELECT coalesce(p.date, a.start) AS day, a.mask, a.number AS activity, o.unit,
      coalesce(o.sector, 1)::SMALLINT AS sector, coalesce(o.county, 100)::SMALLINT AS county,
      coalesce(o.municipality, 200)::SMALLINT AS municipality,
      p.heads, p.women, p.men, CASE WHEN contains(p.organisations, ';') THEN p.organisations END AS several
    FROM read_csv('${folder}/participations.csv', header = true, columns = {'activity': 'VARCHAR', 'date': 'DATE',
      'organisations': 'VARCHAR', 'heads': 'INTEGER', 'women': 'INTEGER', 'men': 'INTEGER', 'status': 'VARCHAR',
      'role': 'VARCHAR'}) p
    JOIN activity a ON a.id = p.activity
    LEFT JOIN organisation o ON o.id = p.organisations
    WHERE coalesce(p.status, 'attended') = 'attended' AND coalesce(p.role, 'participant') = 'participant')
  WHERE day >= DATE '2021-01-01' AND day < DATE '2024-01-01';
CREATE TABLE several AS
  SELECT p.row, p.period, p.mask, p.activity, o.unit, o.sector, o.county, o.municipality, p.heads, p.women, p.men
  FROM (
    SELECT row_number() OVER () AS row, period, mask, activity, heads, women, men,
      unnest(string_split(several, ';')) AS id
    FROM participation WHERE several IS NOT NULL) p
  JOIN organisation o ON o.id = p.id;

-- Questions, of which the first is for sums: single-organisation rows roll up from their finest cells; a row of several counts once in each class it has.
CREATE TABLE finest AS
  SELECT period, mask, sector, county, municipality,
    count(*) AS rows, sum(heads) AS heads, sum(women) AS women, sum(men) AS men, count(women) AS stated
  FROM participation WHERE several IS NULL GROUP BY ALL;
CREATE TABLE sums AS
  SELECT period, mask, coalesce(sector, county, municipality, 0)::SMALLINT AS class,
    sum(rows) AS rows, sum(heads) AS heads, sum(women) AS women, sum(men) AS men, sum(stated) AS stated
  FROM finest
  GROUP BY GROUPING SETS ((period, mask), (period, mask, sector), (period, mask, county), (period, mask, municipality))
  UNION ALL
  SELECT period, mask, class, count(*), sum(heads), sum(women), sum(men), count(women)
  FROM (
    SELECT DISTINCT row, period, mask, unnest([0, sector, county, municipality]) AS class, heads, women, men
    FROM several)
  GROUP BY period, mask, class;

-- Who took part in what. Total, sectors and counties are few: each unit, activity and organiser keeps its own as the
-- bits of a number (units and organisers one a filter), which is taken apart late. There is room for 9 sectors, 53
-- counties.
CREATE TABLE coarse AS
  SELECT class, CASE WHEN class < 100 THEN class ELSE class - 90 END AS bit FROM class WHERE class < 200;
CREATE VIEW took_part AS
  SELECT period, mask, activity, unit, municipality, 1 | (1 << sector) | (1 << (county - 90)) AS bits
  FROM (
    SELECT period, mask, activity, unit, municipality, sector::BIGINT AS sector, county::BIGINT AS county
    FROM participation WHERE several IS NULL
    UNION ALL SELECT period, mask, activity, unit, municipality, sector, county FROM several);
CREATE TABLE attended AS
  SELECT period, unit, municipality, bit_or(mask) AS mask, bit_or(bits) AS bits0,
    bit_or(CASE WHEN mask & 2 <> 0 THEN bits ELSE 0 END) AS bits1,
    bit_or(CASE WHEN mask & 4 <> 0 THEN bits ELSE 0 END) AS bits2,
    bit_or(CASE WHEN mask & 8 <> 0 THEN bits ELSE 0 END) AS bits3
  FROM took_part WHERE unit IS NOT NULL
  GROUP BY period, unit, municipality;
CREATE TABLE units AS
  SELECT period, municipality AS class, count(*) AS in0, sum(mask >> 1 & 1) AS in1, sum(mask >> 2 & 1) AS in2,
    sum(mask >> 3 & 1) AS in3
  FROM attended GROUP BY period, municipality
  UNION ALL
  SELECT period, class, sum(n), sum((bits1 >> bit & 1) * n), sum((bits2 >> bit & 1) * n), sum((bits3 >> bit & 1) * n)
  FROM (
    SELECT period, bits0, bits1, bits2, bits3, count(*) AS n
    FROM (
      SELECT period, unit, bit_or(bits0) AS bits0, bit_or(bits1) AS bits1, bit_or(bits2) AS bits2,
        bit_or(bits3) AS bits3
      FROM attended GROUP BY period, unit)
    GROUP BY ALL)
  JOIN coarse ON (bits0 >> bit & 1) = 1
  GROUP BY period, class;
CREATE TABLE touched AS
  SELECT period, mask, activity, municipality, bit_or(bits) AS bits
  FROM took_part GROUP BY period, mask, activity, municipality;
CREATE TABLE activities AS
  SELECT period, municipality AS class, count(*) AS in0, sum(mask >> 1 & 1) AS in1, sum(mask >> 2 & 1) AS in2,
    sum(mask >> 3 & 1) AS in3
  FROM touched GROUP BY period, municipality
  UNION ALL
  SELECT period, class, count(*), sum(mask >> 1 & 1), sum(mask >> 2 & 1), sum(mask >> 3 & 1)
  FROM (SELECT period, mask, activity, bit_or(bits) AS bits FROM touched GROUP BY ALL)
  JOIN coarse ON (bits >> bit & 1) = 1
  GROUP BY period, class;
CREATE TABLE organisers AS
  SELECT period, municipality AS class, count(*) AS in0, sum(mask >> 1 & 1) AS in1, sum(mask >> 2 & 1) AS in2,
    sum(mask >> 3 & 1) AS in3
  FROM (
    SELECT t.period, t.municipality, o.unit, bit_or(o.mask) AS mask
    FROM touched t JOIN organiser o ON o.activity = t.activity
    GROUP BY t.period, t.municipality, o.unit)
  GROUP BY period, municipality
  UNION ALL
  SELECT period, class, count(*), sum(bits1 >> bit & 1), sum(bits2 >> bit & 1), sum(bits3 >> bit & 1)
  FROM (
    SELECT t.period, o.unit, bit_or(bits) AS bits0, bit_or(CASE WHEN o.mask & 2 <> 0 THEN bits ELSE 0 END) AS bits1,
      bit_or(CASE WHEN o.mask & 4 <> 0 THEN bits ELSE 0 END) AS bits2,
      bit_or(CASE WHEN o.mask & 8 <> 0 THEN bits ELSE 0 END) AS bits3
    FROM (SELECT period, activity, bit_or(bits) AS bits FROM touched GROUP BY ALL) t
    JOIN organiser o ON o.activity = t.activity
    GROUP BY t.period, o.unit)
  JOIN coarse ON (bits0 >> bit & 1) = 1
  GROUP BY period, class;

-- One row a filter, class and quarter; a class that a filter meets in any quarter has all twelve.
CREATE TABLE cells AS
  WITH counted AS (
    SELECT f.filter::INTEGER AS filter, s.period, s.class,
      sum(rows)::BIGINT AS rows, sum(heads)::BIGINT AS heads, sum(women)::BIGINT AS women, sum(men)::BIGINT AS men,
      sum(stated)::BIGINT AS stated
    FROM sums s JOIN range(4) AS f(filter) ON (s.mask >> f.filter & 1) = 1
    GROUP BY f.filter, s.period, s.class),
  observed AS (
    SELECT filter, class, period::UTINYINT AS period
    FROM (SELECT DISTINCT filter, class FROM counted), range(12) AS p(period))
  SELECT o.filter, o.class, o.period, coalesce(rows, 0) AS rows, coalesce(heads, 0) AS heads,
    coalesce(women, 0) AS women, coalesce(men, 0) AS men, rows IS NULL OR stated > 0 AS stated,
    coalesce([u.in0, u.in1, u.in2, u.in3][o.filter + 1], 0)::BIGINT AS units,
    coalesce([a.in0, a.in1, a.in2, a.in3][o.filter + 1], 0)::BIGINT AS activities,
    coalesce([g.in0, g.in1, g.in2, g.in3][o.filter + 1], 0)::BIGINT AS organisers
  FROM observed o
  LEFT JOIN counted c ON c.filter = o.filter AND c.class = o.class AND c.period = o.period
  LEFT JOIN units u ON u.class = o.class AND u.period = o.period
  LEFT JOIN activities a ON a.class = o.class AND a.period = o.period
  LEFT JOIN organisers g ON g.class = o.class AND g.period = o.period;

CREATE TABLE indicator AS
  SELECT measure, filter, 'bench:' || m.name || '-' || f.name AS indicator
  FROM (VALUES (0, 'rows'), (1, 'heads'), (2, 'women'), (3, 'men'), (4, 'women-share'), (5, 'organisations'),
      (6, 'activities'), (7, 'organisers'), (8, 'mean-heads'), (9, 'heads-per-organisation')) m(measure, name),
    (VALUES (0, 'all'), (1, 'process-workshop'), (2, 'network-meeting'), (3, 'dialogue-forum')) f(filter, name);
COPY (
  WITH measured AS (
    SELECT 0 AS measure, filter, class, period, rows AS numerator, NULL::BIGINT AS denominator, true AS stated, rows
    FROM cells
    UNION ALL SELECT 1, filter, class, period, heads, NULL, true, rows FROM cells
    UNION ALL SELECT 2, filter, class, period, women, NULL, stated, rows FROM cells
    UNION ALL SELECT 3, filter, class, period, men, NULL, stated, rows FROM cells
    UNION ALL SELECT 4, filter, class, period, women, women + men, stated, rows FROM cells
    UNION ALL SELECT 5, filter, class, period, units, NULL, true, rows FROM cells
    WHERE class = 0 OR (filter, class) IN (SELECT (filter, class) FROM cells WHERE units > 0)
    UNION ALL SELECT 6, filter, class, period, activities, NULL, true, rows FROM cells
    UNION ALL SELECT 7, filter, class, period, organisers, NULL, true, rows FROM cells
    UNION ALL SELECT 8, filter, class, period, heads, rows, true, rows FROM cells
    UNION ALL SELECT 9, filter, class, period, heads, units, true, rows FROM cells)
  SELECT indicator,
    (2021 + period // 4) || '-Q' || (period % 4 + 1) AS period,
    sector, county, municipality,
    CASE WHEN NOT stated THEN NULL
      WHEN denominator IS NULL THEN numerator::VARCHAR
      WHEN denominator <> 0 THEN (numerator / denominator)::VARCHAR END AS value,
    CASE WHEN stated AND denominator <> 0 THEN numerator END AS numerator,
    CASE WHEN stated AND denominator <> 0 THEN denominator END AS denominator,
    '' AS unit,
    CASE WHEN NOT stated THEN 'missing' WHEN denominator = 0 THEN 'undefined' ELSE 'ok' END AS status,
    rows AS records
  FROM measured JOIN class USING (class) JOIN indicator USING (measure, filter)
  ORDER BY measure, filter, measured.period, class
) TO '${out}' (HEADER, DELIMITER ',');

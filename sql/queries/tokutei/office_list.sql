-- Lists of the offices of a draft. One statement per order, so that an index
-- serves each; a page is found by its numbers alone, then read. place is the code
-- of a municipality, else of a prefecture: names stand in place_names.

-- name: office_count :one
-- Without a condition nothing need be counted.
SELECT IF(CONCAT(:q, :pref, :inst, :type) = '',
          (SELECT COALESCE(SUM(s.offices), 0) FROM office_sum s
            WHERE s.version = :my_draft),
          (SELECT COUNT(*)
             FROM office o
            WHERE o.version = :my_draft
              AND (:q = '' OR o.search_key LIKE :q)
              AND (:pref = '' OR o.at_pref = :pref)
              AND (:inst = '' OR o.inst_secured = :inst)
              AND (:type = '' OR
                   EXISTS (SELECT 1 FROM business b
                            WHERE b.version = o.version
                              AND b.office = o.number
                              AND b.type = :type)))) AS count;

-- name: office_named :one
SELECT o.number, o.shown_name AS name FROM office o
 WHERE o.version = :my_draft AND o.public_id = :id;

-- name: office_by_number :many
-- The order of the table itself: nothing need be found first.
SELECT o.public_id AS id, o.number, o.shown_name AS name, o.persons,
       o.inst_secured, COALESCE(NULLIF(o.at_city, ''), o.at_pref) AS place,
       o.at_town, o.types
  FROM office o
 WHERE o.version = :my_draft
   AND (:q = '' OR o.search_key LIKE :q)
   AND (:pref = '' OR o.at_pref = :pref)
   AND (:inst = '' OR o.inst_secured = :inst)
   AND (:type = '' OR EXISTS (SELECT 1 FROM business b
                               WHERE b.version = o.version
                                 AND b.office = o.number AND b.type = :type))
 ORDER BY o.number
 LIMIT :limit OFFSET :offset;

-- name: office_by_kana :many
SELECT o.public_id AS id, o.number, o.shown_name AS name, o.persons,
       o.inst_secured, COALESCE(NULLIF(o.at_city, ''), o.at_pref) AS place,
       o.at_town, o.types
  FROM (SELECT o.number
          FROM office o
         WHERE o.version = :my_draft
           AND (:q = '' OR o.search_key LIKE :q)
           AND (:pref = '' OR o.at_pref = :pref)
           AND (:inst = '' OR o.inst_secured = :inst)
           AND (:type = '' OR EXISTS (SELECT 1 FROM business b
                                       WHERE b.version = o.version
                                         AND b.office = o.number
                                         AND b.type = :type))
         ORDER BY o.kana, o.number
         LIMIT :limit OFFSET :offset) page
  JOIN office o ON o.version = :my_draft AND o.number = page.number
 ORDER BY o.kana, o.number;

-- name: office_by_place :many
SELECT o.public_id AS id, o.number, o.shown_name AS name, o.persons,
       o.inst_secured, COALESCE(NULLIF(o.at_city, ''), o.at_pref) AS place,
       o.at_town, o.types
  FROM (SELECT o.number
          FROM office o
         WHERE o.version = :my_draft
           AND (:q = '' OR o.search_key LIKE :q)
           AND (:pref = '' OR o.at_pref = :pref)
           AND (:inst = '' OR o.inst_secured = :inst)
           AND (:type = '' OR EXISTS (SELECT 1 FROM business b
                                       WHERE b.version = o.version
                                         AND b.office = o.number
                                         AND b.type = :type))
         ORDER BY o.at_city, o.number
         LIMIT :limit OFFSET :offset) page
  JOIN office o ON o.version = :my_draft AND o.number = page.number
 ORDER BY o.at_city, o.number;

-- name: office_by_persons :many
-- The most people first.
SELECT o.public_id AS id, o.number, o.shown_name AS name, o.persons,
       o.inst_secured, COALESCE(NULLIF(o.at_city, ''), o.at_pref) AS place,
       o.at_town, o.types
  FROM (SELECT o.number
          FROM office o
         WHERE o.version = :my_draft
           AND (:q = '' OR o.search_key LIKE :q)
           AND (:pref = '' OR o.at_pref = :pref)
           AND (:inst = '' OR o.inst_secured = :inst)
           AND (:type = '' OR EXISTS (SELECT 1 FROM business b
                                       WHERE b.version = o.version
                                         AND b.office = o.number
                                         AND b.type = :type))
         ORDER BY o.persons DESC, o.number DESC
         LIMIT :limit OFFSET :offset) page
  JOIN office o ON o.version = :my_draft AND o.number = page.number
 ORDER BY o.persons DESC, o.number DESC;

-- name: office_totals :many
-- 登録対象業務の従業者数 per type of business.
SELECT t.name AS label, s.offices, s.own, s.external,
       s.own + s.external AS persons
  FROM business_sum s
  JOIN business_type t ON t.code = s.type
 WHERE s.version = :my_draft AND s.offices > 0
 ORDER BY s.type;

-- name: office_institutions :many
-- Institutions that stand in the draft already, to be taken for another office:
-- those of the offices that were added last, because the page that asks is
-- opened often and a draft may be long.
SELECT MIN(o.public_id) AS id, o.inst_name AS name, c.name AS city_name,
       COUNT(*) AS offices
  FROM (SELECT public_id, inst_secured, inst_name, inst_at_zip, inst_at_city,
               inst_tel
          FROM office
         WHERE version = :my_draft
         ORDER BY number DESC
         LIMIT 50) o
  LEFT JOIN city c ON c.code = o.inst_at_city
 WHERE o.inst_secured = 'yes'
 GROUP BY o.inst_name, o.inst_at_zip, o.inst_tel, c.name
 ORDER BY offices DESC, o.inst_name
 LIMIT 20;

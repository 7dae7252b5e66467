-- 引き継ぎ: whoever acts for a business names who does next.

-- name: handover_application :one
-- anyone: the trail is written for whoever acts, and for a successor without
-- a session of his own. Where a business began; the trail stands there.
SELECT p.public_id AS id
  FROM application p
 WHERE p.organisation = :organisation AND p.parent IS NULL
 LIMIT 1;

-- name: handover_business :one
SELECT name FROM organisation WHERE id = :my_org;

-- name: handover_insert :exec
INSERT INTO handover (public_id, organisation, account, takeover, link, name,
                      mail, tel, state, asked_at)
VALUES (:id, :organisation, IF(:takeover = 0, :my_account, NULL),
        NULLIF(:takeover, 0), :link, :name, :mail, :tel, 'asked', :now);

-- name: handover_end :exec
-- anyone: a ministry ends what the business had begun, when it approves another
UPDATE handover h
  LEFT JOIN link l ON l.id = h.link AND l.used_at IS NULL
   SET h.state = 'ended', l.ended_at = COALESCE(l.ended_at, :now)
 WHERE h.organisation = :organisation AND h.state = 'asked';

-- name: handover_running :one
SELECT h.name, h.mail, h.asked_at, h.takeover IS NOT NULL AS approved,
       l.expires_at AS until, COALESCE(l.expires_at <= :now, 1) AS late
  FROM handover h
  LEFT JOIN link l ON l.id = h.link
 WHERE h.organisation = :my_org AND h.state = 'asked'
 ORDER BY h.id DESC
 LIMIT 1;

-- The audit trail: web programs add, the worker chains and verifies.

-- name: audit_insert :exec
INSERT INTO audit (at, account, org, role, site, act, object, object_id,
                   detail, request)
VALUES (:now, NULLIF(:my_account, 0), NULLIF(:my_org, 0), :my_role, :my_site,
        :act, :object, :object_id, :detail, :request);

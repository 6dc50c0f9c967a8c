-- The register of violations (I-5) is one, whichever promise was not kept: those about the base have negative ids there.
create view perezvon.violation_register as
select v.id, v.kind, v.inquiry_id, i.question_number || '/' || i.leg as number, i.agency_code, v.occurred_at, v.evidence,
  i.answered_at, v.withdrawn_at, v.withdrawn_why
from perezvon.violation v join perezvon.inquiry i on i.id = v.inquiry_id
union all
select -k.id, k.kind, null, coalesce('запись базы № ' || k.item_id, 'сведения для базы № ' || k.draft_id), k.agency_code,
  k.occurred_at, k.evidence, null, null, null
from perezvon.knowledge_violation k;

// One programme, shared or of a network, with all that its page shows of itself.
// mode: read
// params: network_id, id
// returns: id, version, created_at, updated_at, archived_at, own, fields, source, domain_ids, life_stage_ids, prevention_type_ids, pillar_ids, twins, groups, mentions
MATCH (programme:Programme {id: $id})
WHERE programme.network_id IS NULL OR programme.network_id = $network_id
RETURN
  programme.id AS id,
  coalesce(programme.version, 1) AS version,
  programme.created_at AS created_at,
  programme.updated_at AS updated_at,
  programme.archived_at AS archived_at,
  programme.network_id IS NOT NULL AS own,
  programme {
    .name, .kind, .description, .target_group, .evidence, .evidence_source, .evidence_on
  } AS fields,
  coalesce(programme.source, []) AS source,
  [(programme)-[:WORKS_IN]->(domain:Domain) | domain.id] AS domain_ids,
  [(programme)-[:SERVES]->(stage:LifeStage) | stage.id] AS life_stage_ids,
  [(programme)-[:AIMS_AT]->(type:PreventionType) | type.id] AS prevention_type_ids,
  [(programme)-[:RESTS_ON]->(pillar:Pillar) | pillar.id] AS pillar_ids,
  [(programme)<-[:SAME_AS]-(actor:Actor {network_id: $network_id}) | actor {.id, .name}] AS twins,
  [(programme)<-[named:NAMED_IN]-(group:ActorGroup {network_id: $network_id}) | {
    id: group.id, name: group.name, role: named.role, status: named.status, source: named.source
  }] AS groups,
  [(programme)<-[mention:MENTIONS]-(other:Actor|ActorGroup {network_id: $network_id}) | {
    kind: mention.kind, context: coalesce(mention.context, ''), source: coalesce(mention.source, []),
    other_id: other.id, other_name: other.name, other_kind: head(labels(other)), outward: false
  }] AS mentions

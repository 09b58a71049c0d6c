// One partner with all that its page shows of itself.
// mode: read
// params: network_id, id
// returns: id, version, created_at, updated_at, archived_at, verified_on, fields, domain_ids, other_domain_ids, places, life_stage_ids, source, energy, active, lively, unmeasured, partners, last_contact_on, parent, children, twins, participations, mentions
MATCH (actor:Actor {id: $id, network_id: $network_id})
OPTIONAL MATCH (actor)-[:PART_OF]->(parent:Actor)
WITH actor, head(collect(parent {.id, .name})) AS parent
RETURN
  actor.id AS id,
  actor.version AS version,
  actor.created_at AS created_at,
  actor.updated_at AS updated_at,
  actor.archived_at AS archived_at,
  actor.verified_on AS verified_on,
  actor {
    .name, .kind, .scale, .aliases, .description, .municipality, .website, .email, .phone, .postcode, .kvk, .is_person
  } AS fields,
  [(actor)-[:WORKS_IN {primary: true}]->(domain:Domain) | domain.id] AS domain_ids,
  [(actor)-[:WORKS_IN {primary: false}]->(domain:Domain) | domain.id] AS other_domain_ids,
  [(actor)-[:LOCATED_IN]->(place:Neighbourhood) | place {.id, .name}] AS places,
  [(actor)-[:REACHES]->(stage:LifeStage) | stage.id] AS life_stage_ids,
  coalesce(actor.source, []) AS source,
  actor.energy AS energy,
  coalesce(actor.active, 0) AS active,
  coalesce(actor.lively, 0) AS lively,
  coalesce(actor.unmeasured, 0) AS unmeasured,
  coalesce(actor.partners, 0) AS partners,
  actor.last_contact_on AS last_contact_on,
  parent,
  [(actor)<-[:PART_OF]-(child:Actor) | child {.id, .name}] AS children,
  [(actor)-[:SAME_AS]->(twin:Programme|Collaboration)
    WHERE twin.network_id = $network_id OR twin.network_id IS NULL |
    {id: twin.id, name: twin.name, kind: head(labels(twin))}] AS twins,
  [(actor)-[part:TAKES_PART_IN]->(one:Collaboration {network_id: $network_id}) |
    one {.id, .name, .form, .layer, .status, .energy, .alive, .firm, .known, .rhythm_days,
      .started_on, .last_contact_on,
      role: part.role, since: part.since, until: part.until, source: part.source,
      archived: one.archived_at IS NOT NULL,
      partners: [(one)<-[:TAKES_PART_IN]-(other:Actor) WHERE other.id <> actor.id |
        {id: other.id, name: other.name,
         domain_id: head([(other)-[:WORKS_IN {primary: true}]->(domain:Domain) | domain.id])}]
    }] AS participations,
  [(actor)-[mention:MENTIONS]-(other:Actor|ActorGroup|Collaboration|Programme)
    WHERE other.network_id = $network_id OR other.network_id IS NULL |
    {kind: mention.kind, context: coalesce(mention.context, ''), source: coalesce(mention.source, []),
     other_id: other.id, other_name: other.name, other_kind: head(labels(other)),
     outward: startNode(mention) = actor}] AS mentions

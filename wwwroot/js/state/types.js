/**
 * The shapes that the server speaks (see the API's OpenAPI document). Nulls are left out, dates are "yyyy-MM-dd".
 *
 * @typedef {"Person" | "Organisation" | "Place"} EntityType
 * @typedef {"Mentioned" | "AppearsWith" | "Said" | "AppearsIn"} EdgeKind
 * @typedef {"Direct" | "Indirect" | "Mixed"} AttributionKind
 *
 * @typedef {object} GraphNode
 * @property {string} id
 * @property {EntityType} type
 * @property {string} name
 * @property {number} mentionedBy   statements of others that mention it
 * @property {number} said          statements that it makes
 * @property {number} articles
 * @property {string} [first]
 * @property {string} [last]
 *
 * @typedef {object} GraphEdge
 * @property {string} id
 * @property {EdgeKind} kind
 * @property {string} source
 * @property {string} target
 * @property {number} count
 * @property {number} articles
 * @property {number} confidence
 * @property {string} [first]
 * @property {string} [last]
 *
 * @typedef {object} ArticleSummary
 * @property {string} id
 * @property {string} title
 * @property {string} [outlet]
 * @property {string} [url]
 * @property {string} [published]
 * @property {string} [collection]
 * @property {number} entities
 * @property {number} attributions
 *
 * @typedef {object} GraphSnapshot
 * @property {number} number
 * @property {GraphNode[]} nodes
 * @property {GraphEdge[]} edges
 * @property {number} totalNodes
 * @property {number} totalEdges
 *
 * @typedef {object} GraphDifference
 * @property {number} number
 * @property {string} at
 * @property {"Added" | "Updated" | "Unchanged" | "Removed"} outcome
 * @property {ArticleSummary} article
 * @property {string} [replacedArticleId]
 * @property {GraphNode[]} nodes
 * @property {GraphEdge[]} edges
 * @property {string[]} removedNodes
 * @property {string[]} removedEdges
 *
 * @typedef {object} Span
 * @property {number} start   UTF-16 code units into the article's text
 * @property {number} end     exclusive
 *
 * @typedef {object} MarkedMention
 * @property {string} entityId
 * @property {Span} span
 * @property {"Name" | "Pronoun" | "Nominal"} kind
 *
 * @typedef {object} Evidence
 * @property {string} attributionId
 * @property {string} statementId
 * @property {ArticleSummary} article
 * @property {GraphNode} [speaker]
 * @property {GraphNode[]} mentioned
 * @property {AttributionKind} kind
 * @property {number} confidence
 * @property {string} passage
 * @property {number} passageStart
 * @property {Span[]} source
 * @property {Span[]} cue
 * @property {Span[]} content
 * @property {MarkedMention[]} mentions
 * @property {ArticleSummary[]} alsoIn
 *
 * @typedef {object} SharedSentence
 * @property {ArticleSummary} article
 * @property {string} passage
 * @property {number} passageStart
 * @property {MarkedMention[]} mentions
 *
 * @typedef {object} Neighbourhood
 * @property {GraphNode} centre
 * @property {GraphNode[]} nodes
 * @property {ArticleSummary[]} articles
 * @property {GraphEdge[]} edges
 * @property {number} total
 * @property {number} number
 *
 * @typedef {object} WhoMentioned
 * @property {GraphNode} speaker
 * @property {GraphNode} mentioned
 * @property {GraphEdge} edge
 * @property {string[]} outlets
 *
 * @typedef {object} SearchHit
 * @property {GraphNode} node
 * @property {string} matchedName
 * @property {number} score
 *
 * @typedef {object} IngestionEvent
 * @property {string} input
 * @property {"Queued" | "Reading" | "Annotating" | "Added" | "Updated" | "Unchanged" | "Failed"} state
 * @property {string} [articleId]
 * @property {string} [title]
 * @property {string} [outlet]
 * @property {string} [reason]
 * @property {number} [number]
 * @property {string} at
 * @property {number} entities
 * @property {number} attributions
 *
 * @typedef {object} Mention
 * @property {Span} span
 * @property {"Name" | "Pronoun" | "Nominal"} kind
 * @property {number} confidence
 *
 * @typedef {object} AnnotatedArticle
 * @property {{id: string, text: string, title?: string, outlet?: string, url?: string, published?: string, language?: string,
 *   collection?: string}} article
 * @property {Span[]} sentences
 * @property {{id: string, type: EntityType, name: string, mentions: Mention[]}[]} entities
 * @property {{id: string, speakerId?: string, kind: AttributionKind, source: Span[], cue: Span[], content: Span[],
 *   mentionedIds: string[], confidence: number}[]} attributions
 * @property {{holderId: string, role: string, organisationId?: string, evidence: Span}[]} roles
 *
 * @typedef {object} Status
 * @property {string} store
 * @property {number} number
 * @property {number} articles
 * @property {number} entities
 * @property {number} statements
 * @property {number} edges
 * @property {number} mentions
 * @property {boolean} samples
 * @property {string} version
 */

/** The types in the order in which the page lists them. @type {EntityType[]} */
export const entityTypes = ["Person", "Organisation", "Place"];

namespace EntityGraph.Extraction.References;

/// <summary>
/// What a ranker is told of a reference and a candidate for what it refers to. The names are the words in which decisions are
/// explained, and the order is the models' layout: a change here wants them trained again.
/// </summary>
internal enum Feature
{
    // The tagger's scores; above 0 two mentions are more likely one than not.
    BestScore,
    ScoreOfNearest,
    MeanScore,
    BestScoreOfName,
    BestScoreInOtherWindow,
    ScoreOfLaterName,
    LeadOverOthers,
    RankByScore,

    // How far away it was mentioned last, and how.
    SentencesApart,
    ParagraphsApart,
    WordsApart,
    MentionsApart,
    RankByRecency,
    InSameSentence,
    NearestIsName,
    NearestIsPronoun,
    NearestIsSamePronoun,
    NearestStartsSentence,
    NearestPlaceInSentence,
    NearestIsSource,
    NearestIsInContent,
    NearestIsQuoted,
    PunctuationBetween,
    SentencesToLaterName,

    // What it is, and how present in the article.
    IsPerson,
    IsOrganisation,
    IsPlace,
    GenderAgrees,
    Mentions,
    EarlierMentions,
    ShareOfMentions,
    RankByMentions,
    MentionedInTitle,
    FirstMentionedAt,

    // Who speaks.
    IsSpeaker,
    IsSpeakerAndQuoted,
    InSameContent,
    SpokeLast,
    IsInOwnQuotation,

    // What the reference's words say.
    HeadIsInName,
    HeadDescribedIt,
    HeadReferredToIt,
    HeadGoesWithAnother,
    HeadFitsType,
    NameFollowsComma,
    FollowsNameAndComma,
    IsNamedInside,
    IsMentionedAround,

    // The reference itself.
    IsHe,
    IsShe,
    IsIt,
    IsPossessive,
    IsObject,
    IsReflexive,
    HasArticle,
    HasOwner,
    HasPluralHead,
    FollowsCopula,
    PlaceInSentence,
    StartsParagraph,
    InTitle,
    IsQuoted,
    IsInContent,
    IsSource,
    Words,
    Probability,
    Candidates,
}

namespace EntityGraph;

/// <summary>An office or membership that an article says somebody holds: "Musk, CEO of X".</summary>
/// <param name="HolderId">Who holds it.</param>
/// <param name="Role">The words for it: "CEO".</param>
/// <param name="OrganisationId">Of what, or null where the article does not name it.</param>
/// <param name="Evidence">Where the article says so.</param>
/// <param name="IsFormer">Whether it is over by the article's date: "former", "until 2022".</param>
public sealed record RoleClaim(string HolderId, string Role, string? OrganisationId, TextSpan Evidence, bool IsFormer = false);

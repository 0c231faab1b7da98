namespace EntityGraph;

/// <summary>What a named thing is.</summary>
public enum EntityType
{
    /// <summary>A human being.</summary>
    Person,

    /// <summary>A company, party, public body, team, outlet, armed group, campaign or committee that has a name.</summary>
    Organisation,

    /// <summary>A country, city, region, named building or site; a country that acts stays a place.</summary>
    Place,
}

using LiteDB;

namespace Disclosure.Records.LiteDb;

/// <summary>Documents whose keys lie between two bounds, in their order.</summary>
/// <remarks>
/// Not <c>Query.Between</c>: it writes the bounds into the expression's text, and LiteDB compiles every new text and keeps what it
/// compiled for ever. That was most of an audit's compiling and grew with every column.
/// </remarks>
internal static class Ranges
{
    public static IEnumerable<BsonDocument> Between(ILiteDatabase database, string collection, string from, string to) =>
        database.GetCollection(collection).Find(BsonExpression.Create("$._id BETWEEN @0 AND @1", from, to));

    /// <summary>Everything whose key begins with these parts.</summary>
    public static IEnumerable<BsonDocument> Under(ILiteDatabase database, string collection, params string[] parts)
    {
        var (from, to) = Keys.Under(parts);
        return Between(database, collection, from, to);
    }
}

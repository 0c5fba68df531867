using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace MetaDsl;

/// <summary>Elements of an SVG file: numbers are culture-free, and text cannot break out of where it stands.</summary>
internal static class Svg
{
    public static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    public static XElement Element(string name, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        var element = new XElement(Namespace + name);
        foreach (var (attribute, value) in attributes)
            element.SetAttributeValue(attribute, value is double number ? Number(number) : Printable((string)value));
        return element;
    }

    public static XElement Text(string name, string text, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        var element = Element(name, attributes);
        element.Value = Printable(text);
        return element;
    }

    public static XElement With(this XElement parent, XElement child)
    {
        parent.Add(child);
        return parent;
    }

    /// <summary>Hundredths of a pixel are finer than any screen shows.</summary>
    public static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>XML has no way to write some characters, control characters above all.</summary>
    private static string Printable(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar));
}

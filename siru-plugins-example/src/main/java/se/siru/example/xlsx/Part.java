package se.siru.example.xlsx;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One part of a workbook, read element by element. Neither how deep elements lie nor how many names there are is left to
 * the document, since a parser remembers both.
 */
final class Part implements Closeable {
  private static final int DEEPEST = 64;
  private static final int MOST_NAMES = 4_096;
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final WorkbookPackage workbook;
  private final String name;
  private final InputStream in;
  private final XMLStreamReader xml;
  private final Set<String> names = new HashSet<>();
  private int depth;

  private Part(WorkbookPackage workbook, String name, InputStream in, XMLStreamReader xml) {
    this.workbook = workbook;
    this.name = name;
    this.in = in;
    this.xml = xml;
  }

  static Part open(WorkbookPackage workbook, String name) throws BadWorkbook {
    InputStream in = new GuardedXml(workbook.open(name));
    try {
      return new Part(workbook, name, in, factory().createXMLStreamReader(characters(in)));
    } catch (XMLStreamException e) {
      throw failure(workbook, name, e);
    } catch (IOException e) {
      throw workbook.failure(name, e);
    }
  }

  /** UTF-8 without its mark, whatever the document says that it is. */
  private static Reader characters(InputStream in) throws IOException {
    byte[] start = in.readNBytes(MARK.length);
    InputStream whole = Arrays.equals(start, MARK) ? in : new SequenceInputStream(new ByteArrayInputStream(start), in);
    return new InputStreamReader(whole, StandardCharsets.UTF_8.newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /** A parser of the Java runtime itself, whatever lies on the class path. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("external");
    });
    return factory;
  }

  /** True where an element begins next; text and ends of elements are passed over. */
  boolean nextElement() throws BadWorkbook {
    for (int event = next(); event != XMLStreamConstants.END_DOCUMENT; event = next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  /** The next event, of {@link XMLStreamConstants}. */
  int next() throws BadWorkbook {
    int event;
    try {
      event = xml.next();
    } catch (XMLStreamException e) {
      throw failure(workbook, name, e);
    } catch (RuntimeException e) { // what a parser runs into where it did not expect it
      throw workbook.damaged(name, "not XML");
    }
    if (event == XMLStreamConstants.START_ELEMENT) {
      if (++depth > DEEPEST) {
        throw workbook.damaged(name, "more than " + DEEPEST + " levels");
      }
      know(xml.getLocalName());
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        know(xml.getAttributeLocalName(i));
      }
      for (int i = 0; i < xml.getNamespaceCount(); i++) {
        know(String.valueOf(xml.getNamespaceURI(i)));
      }
    } else if (event == XMLStreamConstants.END_ELEMENT) {
      depth--;
    }
    return event;
  }

  private void know(String seen) throws BadWorkbook {
    if (names.add(seen) && names.size() > MOST_NAMES) {
      throw workbook.damaged(name, "more than " + MOST_NAMES + " names");
    }
  }

  int depth() {
    return depth;
  }

  /** The name of the element at hand, without its prefix. */
  String element() {
    return xml.getLocalName();
  }

  /** An attribute without a prefix; null where the element does not have it. */
  @Nullable String attribute(String attribute) {
    return xml.getAttributeValue("", attribute);
  }

  /** An attribute with any prefix; null where the element does not have it. */
  @Nullable String prefixed(String attribute) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String namespace = xml.getAttributeNamespace(i);
      if (xml.getAttributeLocalName(i).equals(attribute) && namespace != null && !namespace.isEmpty()) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  /** True for an attribute that says yes. */
  boolean isSet(String attribute) {
    String value = attribute(attribute);
    return "1".equals(value) || "true".equals(value);
  }

  /** Adds the text at hand. */
  void text(StringBuilder into) {
    into.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  /** The line at hand. */
  int line() {
    return xml.getLocation().getLineNumber();
  }

  WorkbookPackage workbook() {
    return workbook;
  }

  String name() {
    return name;
  }

  private static BadWorkbook failure(WorkbookPackage workbook, String name, XMLStreamException failure) {
    Throwable cause = failure.getNestedException() == null ? failure.getCause() : failure.getNestedException();
    if (cause instanceof IOException io) {
      return workbook.failure(name, io);
    }
    int line = failure.getLocation() == null ? 0 : failure.getLocation().getLineNumber();
    return workbook.damaged(name, "not XML at line " + line);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}

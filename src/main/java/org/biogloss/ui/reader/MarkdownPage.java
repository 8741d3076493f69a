package org.biogloss.ui.reader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.biogloss.ui.kit.Icons;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/// Markdown as a column of JavaFX nodes: headings, lists, quotes, tables, code, emphasis, links. HTML and pictures in
/// it
/// are shown as the words they are: nothing is fetched.
final class MarkdownPage extends VBox {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private final Consumer<String> onLink;
    private final Map<String, Node> headings = new LinkedHashMap<>();

    /// @param onLink told where a link leads, unless it is a heading of this page, in which case `#` and its words
    MarkdownPage(String markdown, Consumer<String> onLink) {
        this.onLink = onLink;
        getStyleClass().add("markdown");
        for (var block : children(PARSER.parse(markdown))) getChildren().add(block(block));
    }

    /// The heading of these words, whatever their case and punctuation; else the first that begins with them.
    Optional<Node> heading(String words) {
        var wanted = key(words);
        if (wanted.isEmpty()) return Optional.empty();
        var same = Optional.ofNullable(headings.get(wanted));
        return same.or(() -> headings.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(wanted))
                .map(Map.Entry::getValue)
                .findFirst());
    }

    private Node block(org.commonmark.node.Node block) {
        return switch (block) {
            case Heading heading -> heading(heading);
            case Paragraph paragraph -> flow(paragraph, "md-paragraph");
            case BulletList list -> list(list, 0);
            case OrderedList list ->
                list(list, Optional.ofNullable(list.getMarkerStartNumber()).orElse(1));
            case BlockQuote quote -> styled(blocks(quote), "md-quote");
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case ThematicBreak _ -> new Separator();
            case TableBlock table -> table(table);
            case HtmlBlock html -> flow(html.getLiteral());
            default -> blocks(block);
        };
    }

    private Node heading(Heading heading) {
        var flow = flow(heading, "md-h" + Math.min(heading.getLevel(), 4));
        flow.setAccessibleRole(javafx.scene.AccessibleRole.TEXT);
        headings.putIfAbsent(key(words(heading)), flow);
        return flow;
    }

    private VBox blocks(org.commonmark.node.Node parent) {
        var box = new VBox(6);
        for (var child : children(parent)) box.getChildren().add(block(child));
        return box;
    }

    /// @param first number of the first item, 0 for bullets
    private Node list(org.commonmark.node.Node list, int first) {
        var box = new VBox(3);
        box.getStyleClass().add("md-list");
        int number = first;
        for (var item : children(list)) {
            var sign = new Label(first == 0 ? "•" : number++ + ".");
            sign.getStyleClass().add("md-sign");
            sign.setMinWidth(Region.USE_PREF_SIZE);
            var content = blocks(item);
            HBox.setHgrow(content, Priority.ALWAYS);
            box.getChildren().add(new HBox(6, sign, content));
        }
        return box;
    }

    private static Node code(String literal) {
        var label = new Label(literal.stripTrailing());
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        return styled(label, "md-code-block");
    }

    private Node table(TableBlock table) {
        var grid = new GridPane();
        grid.getStyleClass().add("md-table");
        int row = 0;
        for (var part : children(table)) {
            for (var line : children(part)) {
                if (!(line instanceof TableRow)) continue;
                int column = 0;
                for (var cell : children(line)) {
                    boolean head = cell instanceof TableCell tableCell && tableCell.isHeader();
                    var flow = flow(cell, head ? "md-cell-head" : "md-cell");
                    GridPane.setHgrow(flow, Priority.ALWAYS);
                    grid.add(flow, column++, row);
                }
                row++;
            }
        }
        return grid;
    }

    private TextFlow flow(org.commonmark.node.Node parent, String styleClass) {
        var flow = new TextFlow();
        flow.getStyleClass().add(styleClass);
        inline(parent, List.of(), flow);
        return flow;
    }

    private static TextFlow flow(String words) {
        var flow = new TextFlow(new Text(words));
        flow.getStyleClass().add("md-paragraph");
        return flow;
    }

    private void inline(org.commonmark.node.Node parent, List<String> styles, TextFlow into) {
        for (var child : children(parent)) {
            switch (child) {
                case org.commonmark.node.Text text -> add(text.getLiteral(), styles, into);
                case Emphasis emphasis -> inline(emphasis, with(styles, "md-emphasis"), into);
                case StrongEmphasis strong -> inline(strong, with(styles, "md-strong"), into);
                case Code code -> add(code.getLiteral(), with(styles, "md-code"), into);
                case SoftLineBreak _ -> add(" ", styles, into);
                case HardLineBreak _ -> add("\n", styles, into);
                case Link link -> into.getChildren().add(link(link));
                case Image image -> add("[" + words(image) + "]", with(styles, "md-emphasis"), into);
                case HtmlInline html -> add(html.getLiteral(), styles, into);
                default -> inline(child, styles, into);
            }
        }
    }

    private Node link(Link link) {
        var words = words(link);
        var hyperlink = new Hyperlink(words.isBlank() ? link.getDestination() : words);
        hyperlink.setTooltip(Icons.tooltip(link.getDestination()));
        hyperlink.setOnAction(_ -> onLink.accept(link.getDestination()));
        return hyperlink;
    }

    private static void add(String words, List<String> styles, TextFlow into) {
        var text = new Text(words);
        text.getStyleClass().addAll(styles);
        into.getChildren().add(text);
    }

    private static List<String> with(List<String> styles, String more) {
        var all = new ArrayList<>(styles);
        all.add(more);
        return all;
    }

    private static Node styled(Node node, String styleClass) {
        node.getStyleClass().add(styleClass);
        return node;
    }

    private static String words(org.commonmark.node.Node parent) {
        var words = new StringBuilder();
        for (var child : children(parent)) {
            switch (child) {
                case org.commonmark.node.Text text -> words.append(text.getLiteral());
                case Code code -> words.append(code.getLiteral());
                case SoftLineBreak _ -> words.append(' ');
                default -> words.append(words(child));
            }
        }
        return words.toString();
    }

    private static List<org.commonmark.node.Node> children(org.commonmark.node.Node parent) {
        var children = new ArrayList<org.commonmark.node.Node>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) children.add(child);
        return children;
    }

    /// As links name headings: letters and digits only.
    private static String key(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}

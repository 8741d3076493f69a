package org.biogloss.ui.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.stage.Stage;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.biogloss.document.AnnotatedDocument;
import org.biogloss.document.Document;
import org.biogloss.document.Schema;
import org.biogloss.document.Span;
import org.biogloss.format.Importer;
import org.biogloss.jobs.JobContext;
import org.biogloss.ui.kit.Looks;
import org.biogloss.ui.kit.Snapshots;
import org.biogloss.ui.kit.TypeColours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The page of the PDF follows the caret, and says why where there is none.
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // made in show()
class PageViewTest {

    private Looks looks;
    private Path file;
    private ReaderViewModel reader;
    private PageViewModel page;
    private Scene scene;

    @Start
    void show(Stage stage) throws Exception {
        looks = new Looks();
        file = Files.createTempDirectory("biogloss-page").resolve("paper.pdf");
        Files.write(file, twoPages());
        var read = new java.util.ArrayList<AnnotatedDocument>();
        new Importer().read(List.of(file), Optional.empty(), "gold", read::add, JobContext.silent());
        var desk = new DeskInMemory(read.getFirst(), AnnotatedDocument.bare(Document.of("plain", "No PDF here")));
        reader = new ReaderViewModel(desk, Runnable::run, Platform::runLater, (_, _) -> {}, _ -> {});
        page = new PageViewModel(reader, Runnable::run, Platform::runLater);
        var colours = new TypeColours(Schema.standard(), looks.darkProperty());
        var panes = new SplitPane(new ReaderView(reader, colours), new PageView(page));
        scene = new Scene(panes, 1000, 640);
        looks.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static byte[] twoPages() throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var pdf = new PDDocument()) {
            for (var line :
                    List.of("Loss of p53 in HeLa cells was seen first.", "Of MDM2 more was found on a second page.")) {
                var sheet = new PDPage();
                pdf.addPage(sheet);
                try (var content = new PDPageContentStream(pdf, sheet)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 20);
                    content.newLineAtOffset(60, 600);
                    content.showText(line);
                    content.endText();
                }
            }
            pdf.save(bytes);
        }
        return bytes.toByteArray();
    }

    private void says(String words) throws Exception {
        WaitForAsyncUtils.waitFor(
                20, TimeUnit.SECONDS, () -> page.wordsProperty().get().contains(words));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void thePageFollowsTheCaret(FxRobot robot) throws Exception {
        robot.interact(() -> reader.open("paper"));
        says("Page 1 of 2, paper.pdf");
        assertTrue(page.pictureProperty().get().isPresent());
        for (var theme : List.of(Looks.Theme.LIGHT, Looks.Theme.DARK)) {
            robot.interact(() -> {
                looks.choose(theme);
                try {
                    Snapshots.save(scene, Path.of("target", "pictures", "reader-page-" + theme + ".png"));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
        int second = reader.document().orElseThrow().text().indexOf("MDM2");
        robot.interact(() -> reader.mark(new Span(second, second)));
        says("Page 2 of 2");
        robot.interact(() -> reader.open("plain"));
        says("did not come from a PDF");
        assertEquals(Optional.empty(), page.pictureProperty().get());
    }

    @Test
    void whereTheFileIsGoneItIsSaidInWords(FxRobot robot) throws Exception {
        Files.delete(file);
        robot.interact(() -> reader.open("paper"));
        says("no longer where it was");
        assertEquals(Optional.empty(), page.pictureProperty().get());
    }
}

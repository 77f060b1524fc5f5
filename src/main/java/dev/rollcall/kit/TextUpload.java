package dev.rollcall.kit;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Takes one file of text from whoever looks at a page: a table, unless said otherwise.
public final class TextUpload extends Upload {

    private static final int MEGABYTE = 1024 * 1024;

    private static final String TABLE = ".csv";

    private final int largest;
    private String endings = TABLE;

    /// @param largest how large a file may be, in bytes
    /// @param onText told what stands in the file, read as UTF-8
    /// @param onWrong told in a sentence why a file cannot be taken
    /// @param onRemoved told that the file was taken away again
    public TextUpload(
            int largest, Consumer<String> onText, Consumer<String> onWrong, Runnable onRemoved) {
        this.largest = largest;
        setMaxFiles(1);
        setMaxFileSize(largest);
        accept(TABLE, "text/csv", "application/vnd.ms-excel");
        setUploadHandler(
                UploadHandler.inMemory(
                        (file, bytes) -> onText.accept(new String(bytes, StandardCharsets.UTF_8))));
        addFileRejectedListener(rejected -> onWrong.accept(wrongFile()));
        addFileRemovedListener(removed -> onRemoved.run());
        setWidthFull();
    }

    /// Says which files are taken from now on.
    ///
    /// @param ending of their names, such as `.ics`
    /// @param types the browser may call them
    public void accept(String ending, String... types) {
        endings = ending;
        setAcceptedFileExtensions(ending);
        setAcceptedMimeTypes(types);
        setI18n(words());
    }

    private boolean isTable() {
        return endings.equals(TABLE);
    }

    private String wrongFile() {
        return isTable()
                ? getTranslation("kit.upload.wrongFile", largest / MEGABYTE)
                : getTranslation("kit.upload.wrongKind", largest / MEGABYTE, endings);
    }

    private UploadI18N words() {
        var words = new UploadI18N();
        words.setAddFiles(
                new UploadI18N.AddFiles()
                        .setOne(
                                getTranslation(
                                        isTable()
                                                ? "kit.upload.choose"
                                                : "kit.upload.chooseFile")));
        words.setDropFiles(new UploadI18N.DropFiles().setOne(getTranslation("kit.upload.drop")));
        words.setError(
                new UploadI18N.Error()
                        .setFileIsTooBig(wrongFile())
                        .setIncorrectFileType(wrongFile())
                        .setTooManyFiles(getTranslation("kit.upload.oneFile")));
        words.setFile(new UploadI18N.File().setRemove(getTranslation("kit.upload.remove")));
        return words;
    }
}

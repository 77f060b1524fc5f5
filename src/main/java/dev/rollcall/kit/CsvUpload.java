package dev.rollcall.kit;

import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Takes one CSV file from whoever looks at a page.
public final class CsvUpload extends Upload {

    private static final int MEGABYTE = 1024 * 1024;

    private final int largest;

    /// @param largest how large a file may be, in bytes
    /// @param onText told what stands in the file, read as UTF-8
    /// @param onWrong told in a sentence why a file cannot be taken
    /// @param onRemoved told that the file was taken away again
    public CsvUpload(
            int largest, Consumer<String> onText, Consumer<String> onWrong, Runnable onRemoved) {
        this.largest = largest;
        setMaxFiles(1);
        setMaxFileSize(largest);
        setAcceptedFileExtensions(".csv");
        setAcceptedMimeTypes("text/csv", "application/vnd.ms-excel");
        setUploadHandler(
                UploadHandler.inMemory(
                        (file, bytes) -> onText.accept(new String(bytes, StandardCharsets.UTF_8))));
        addFileRejectedListener(rejected -> onWrong.accept(wrongFile()));
        addFileRemovedListener(removed -> onRemoved.run());
        setI18n(words());
        setWidthFull();
    }

    private String wrongFile() {
        return getTranslation("kit.upload.wrongFile", largest / MEGABYTE);
    }

    private UploadI18N words() {
        var words = new UploadI18N();
        words.setAddFiles(new UploadI18N.AddFiles().setOne(getTranslation("kit.upload.choose")));
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

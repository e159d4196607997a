;; Drives Emacs as a person does and writes what it then holds to the file named in TOUCHSTONE_OUT, as JSON.
(require 'cl-lib)
(require 'json)
(require 'eglot)
(require 'flymake)

(defvar drive-out nil)

(defun drive-put (key value) (push (cons key value) drive-out))

(defun drive-wait (what condition)
  "Lets Emacs read from the server until CONDITION gives something; that is what is returned."
  (let ((limit (+ (float-time) 20)) (found nil))
    (while (not (setq found (funcall condition)))
      (when (> (float-time) limit) (error "nothing came of: %s" what))
      (accept-process-output nil 0.05))
    found))

(defun drive-open (name)
  "Opens a file; a batch Emacs ends no command by itself, and Eglot connects when one has ended."
  (find-file name)
  (run-hooks 'post-command-hook)
  (drive-wait (concat "connection of " name) #'eglot-managed-p))

(defun drive-diagnostics ()
  (flymake-start)
  (mapcar (lambda (each)
            (let ((start (flymake-diagnostic-beg each)))
              (list (cons 'line (1- (line-number-at-pos start)))
                    (cons 'column (save-excursion (goto-char start) (current-column)))
                    (cons 'words (buffer-substring-no-properties start (flymake-diagnostic-end each)))
                    (cons 'message (flymake-diagnostic-text each)))))
          (flymake-diagnostics)))

(defun drive-run ()
  (drive-open "draft.md")
  (drive-put 'diagnostics (vconcat (drive-wait "diagnostics" #'drive-diagnostics)))
  (goto-char (point-min))
  (search-forward "132")
  (backward-char 3)

  (let ((doc nil))
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq doc text)))
    (drive-put 'hover (substring-no-properties (drive-wait "hover" (lambda () doc)))))

  (let* ((found (car (xref-backend-definitions 'eglot "LSP identifier at point.")))
         (marker (xref-location-marker (xref-item-location found))))
    (with-current-buffer (marker-buffer marker)
      (drive-put 'definition
                 (list (cons 'file (file-name-nondirectory buffer-file-name))
                       (cons 'line (line-number-at-pos marker))
                       (cons 'words (buffer-substring-no-properties marker (+ marker 3)))))))

  (let ((offered nil) (last-nonmenu-event ?x) (eglot-confirm-server-initiated-edits nil))
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt items &rest _)
                 (setq offered (mapcar #'car items))
                 (car offered))))
      (eglot-code-actions (point) (+ (point) 3) nil t))
    (drive-put 'offered (vconcat offered)))
  ;; Eglot tells of edits when Emacs is idle, which a batch Emacs never is.
  (eglot--signal-textDocument/didChange)
  (drive-put 'fixed (buffer-substring-no-properties (point-min) (point-max)))
  (drive-wait "the finding to vanish" (lambda () (null (drive-diagnostics))))
  (save-buffer)

  (drive-open "plain.txt")
  (drive-put 'plain (vconcat (drive-wait "diagnostics of plain text" #'drive-diagnostics))))

(condition-case problem
    (drive-run)
  (error
   (drive-put 'error (error-message-string problem))
   (let ((server (eglot-current-server)))
     (when server
       (drive-put 'log (with-current-buffer (jsonrpc-events-buffer server) (buffer-string)))))))
(with-temp-file (getenv "TOUCHSTONE_OUT") (insert (json-encode drive-out)))
(ignore-errors (eglot-shutdown-all))

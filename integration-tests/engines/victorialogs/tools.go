//go:build tools

// Keeps the module that is built as it is.
package tools

import _ "github.com/VictoriaMetrics/VictoriaLogs/app/victoria-logs"

/* paper.c - papers about a registration, to be taken along. */
#include "parts/paper.h"

#include "web/upload.h"

#define PDF "application/pdf"

enum status part_paper(struct req *rq, const struct paper *paper)
{
	const struct paper_words words = { upload_word, rq };
	int fd;

	TRY(temp_open(rq, &fd));
	TRY(paper_pdf(rq->cx, paper, &words, fd));
	return answer_fd(rq, mem_printf(rq->cx, "%s.pdf", paper->number), PDF,
			 fd);
}

enum status part_letter(struct req *rq, const struct letter *letter)
{
	const struct paper_words words = { upload_word, rq };
	int fd;

	TRY(temp_open(rq, &fd));
	TRY(letter_pdf(rq->cx, letter, &words, fd));
	return answer_fd(rq, letter_file(rq->cx, letter), PDF, fd);
}
